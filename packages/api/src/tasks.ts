import type { Topic } from "@tuckshop/contracts/topics";
import { sweepCheckouts } from "./checkout/sweep.ts";
import { reapKeys } from "./idempotency/reap-keys.ts";
import { mailConfirmation } from "./notifications/mail-confirmation.ts";
import { remindOfRefund } from "./notifications/remind-of-refund.ts";
import { closePayment } from "./payments/close-payment.ts";
import { openPayment } from "./payments/open-payment.ts";
import { sendRefund } from "./payments/send-refund.ts";
import { sweepProvider } from "./payments/sweep-provider.ts";
import { sweepRequests } from "./payments/sweep-requests.ts";
import { sweepPayments } from "./payments/sweep.ts";
import { syncPayment } from "./payments/sync-payment.ts";
import type { Task } from "./task.ts";
import { applyStripeEvent } from "./webhooks/apply-stripe-event.ts";
import { sweepWebhooks } from "./webhooks/sweep.ts";

/** What works each topic; a topic without its task does not compile. */
export const tasks = {
  "payment.open": openPayment,
  "payment.sync": syncPayment,
  "payment.close": closePayment,
  "payment.sweep": sweepPayments,
  "provider.sweep": sweepProvider,
  "refund.send": sendRefund,
  "refund.remind": remindOfRefund,
  "order.confirmed": mailConfirmation,
  "webhook.apply": applyStripeEvent,
  "webhook.sweep": sweepWebhooks,
  "checkout.sweep": sweepCheckouts,
  "request.sweep": sweepRequests,
  "key.reap": reapKeys,
} satisfies { [T in Topic]: Task<T> };

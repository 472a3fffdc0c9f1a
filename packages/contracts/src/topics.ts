import * as z from "zod/mini";
import { OrderId, PaymentId, RefundId, RefundRequestId } from "./ids.ts";

/** Jobs: each is enqueued in the commit of the command that owes it, and done at least once by a worker. */
export const topics = {
  "payment.open": z.object({ paymentId: PaymentId }),
  "payment.sync": z.object({ paymentId: PaymentId }),
  "payment.close": z.object({ paymentId: PaymentId }),
  "refund.send": z.object({ refundId: RefundId }),
  "refund.remind": z.object({ requestId: RefundRequestId, reminder: z.int() }),
  "order.confirmed": z.object({ orderId: OrderId }),
  "webhook.apply": z.object({ eventId: z.string() }),
  "webhook.sweep": z.object({}),
  "checkout.sweep": z.object({}),
  "payment.sweep": z.object({}),
  "provider.sweep": z.object({}),
  "request.sweep": z.object({}),
  "key.reap": z.object({}),
};
export type Topic = keyof typeof topics;
export type Payload<T extends Topic> = z.infer<(typeof topics)[T]>;

import type Stripe from "stripe";
import type { ApiCall } from "../protocol/api-call.ts";
import { LIST_PARAMS, listPage } from "../protocol/list-page.ts";
import type { Params } from "../protocol/params.ts";
import { forbiddenByState, invalidParam, noSuchObject } from "../protocol/stripe-refusal.ts";
import { nowSeconds } from "../simulator.ts";
import type { Simulator } from "../simulator.ts";
import type { State } from "../state/state.ts";
import { emitEvent, NO_REQUEST } from "./emit-event.ts";
import { idOf } from "./id-of.ts";
import { moneyText } from "./money-text.ts";
import { bounced, newRefund, withNetworkReference } from "./refund-object.ts";

export const CREATE_REFUND_PARAMS = ["amount", "charge", "metadata", "payment_intent", "reason"];
export const LIST_REFUNDS_PARAMS = [...LIST_PARAMS, "charge", "payment_intent"];

const REASONS = ["duplicate", "fraudulent", "requested_by_customer"] as const;

/** POST /v1/refunds: all that is left of a charge, or `amount` of it, until nothing is left. */
export function createRefund({ simulator, params, cause }: ApiCall): Stripe.Refund {
  const wanted = params.integerFrom("amount", 1);
  const reason = params.oneOf("reason", REASONS) ?? null;
  const metadata = params.metadata();
  const charge = refundableCharge(simulator.state, params);
  const amount = wanted ?? charge.amount - charge.amount_refunded;
  assertLeft(charge, amount);
  const refund = newRefund({ charge, amount, reason, metadata, created: nowSeconds(simulator) });
  simulator.state.refunds.put(refund.id, refund);
  emitEvent(simulator, "refund.created", refund, cause);
  recordOnCharge(simulator, charge, amount, cause);
  assignNetworkReference(simulator, refund);
  return refund;
}

/** The bank could not pay it out: the money is on the account again, as if it had not been refunded. */
export function bounceRefund(simulator: Simulator, id: string): Stripe.Refund {
  const { state } = simulator;
  const refund = state.refunds.get(id);
  if (refund?.status !== "succeeded") throw new TypeError(`${id} is no refund that succeeded.`);
  const { charge: chargeId, amount } = refund;
  const failed = state.refunds.put(id, bounced(refund));
  const charge = state.charges.get(idOf(chargeId));
  if (charge) {
    const amount_refunded = charge.amount_refunded - amount;
    state.charges.put(charge.id, { ...charge, amount_refunded, refunded: false });
  }
  const before = { status: refund.status };
  emitEvent(simulator, "refund.updated", failed, NO_REQUEST, before);
  emitEvent(simulator, "refund.failed", failed, NO_REQUEST, before);
  return failed;
}

export function retrieveRefund({ simulator, id }: ApiCall): Stripe.Refund {
  const refund = simulator.state.refunds.get(id);
  if (refund === undefined) throw noSuchObject("refund", id);
  return refund;
}

export function listRefunds({ simulator, params }: ApiCall): Stripe.ApiList<Stripe.Refund> {
  const charge = params.text("charge");
  const intent = params.text("payment_intent");
  const refunds = simulator.state.refunds
    .newestFirst()
    .filter((refund) => charge === undefined || refund.charge === charge)
    .filter((refund) => intent === undefined || refund.payment_intent === intent);
  return listPage(refunds, params, "/v1/refunds");
}

function refundableCharge(state: State, params: Params): Stripe.Charge {
  const chargeId = params.text("charge");
  if (chargeId !== undefined) {
    const charge = state.charges.get(chargeId);
    if (charge !== undefined) return charge;
    throw noSuchObject("charge", chargeId, "charge");
  }
  const intentId = params.text("payment_intent");
  if (intentId === undefined) {
    throw invalidParam(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  const intent = state.paymentIntents.get(intentId);
  if (intent === undefined) throw noSuchObject("payment_intent", intentId, "payment_intent");
  const charge = state.charges.get(idOf(intent.latest_charge));
  if (charge?.paid === true) return charge;
  throw forbiddenByState(
    `This PaymentIntent (${intentId}) does not have a successful charge to refund.`,
    "payment_intent",
  );
}

function assertLeft(charge: Stripe.Charge, amount: number): void {
  if (!charge.paid) {
    throw forbiddenByState(
      `Charge ${charge.id} has not been paid and cannot be refunded.`,
      "charge",
    );
  }
  if (charge.refunded) {
    throw forbiddenByState(
      `Charge ${charge.id} has already been refunded.`,
      undefined,
      "charge_already_refunded",
    );
  }
  const left = charge.amount - charge.amount_refunded;
  if (amount <= left) return;
  throw forbiddenByState(
    `Refund amount (${moneyText(amount, charge.currency)}) is greater than unrefunded amount on ` +
      `charge (${moneyText(left, charge.currency)})`,
    "amount",
  );
}

function recordOnCharge(
  simulator: Simulator,
  charge: Stripe.Charge,
  amount: number,
  cause: Stripe.Event.Request,
): void {
  const amountRefunded = charge.amount_refunded + amount;
  const refunded = simulator.state.charges.put(charge.id, {
    ...charge,
    amount_refunded: amountRefunded,
    refunded: amountRefunded === charge.amount,
  });
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  emitEvent(simulator, "charge.refunded", refunded, cause, before);
}

function assignNetworkReference(simulator: Simulator, refund: Stripe.Refund): void {
  const updated = simulator.state.refunds.put(refund.id, withNetworkReference(refund));
  const { destination_details } = refund;
  const before = destination_details === undefined ? {} : { destination_details };
  emitEvent(simulator, "refund.updated", updated, NO_REQUEST, before);
}

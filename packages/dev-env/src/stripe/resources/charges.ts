import type Stripe from "stripe";
import type { ApiCall } from "../protocol/api-call.ts";
import { LIST_PARAMS, listPage } from "../protocol/list-page.ts";
import { noSuchObject } from "../protocol/stripe-refusal.ts";
import type { State } from "../state/state.ts";

export const LIST_CHARGES_PARAMS = [...LIST_PARAMS, "payment_intent"];

export function retrieveCharge({ simulator, id }: ApiCall): Stripe.Charge {
  const charge = simulator.state.charges.get(id);
  if (charge === undefined) throw noSuchObject("charge", id);
  return charge;
}

export function listCharges({ simulator, params }: ApiCall): Stripe.ApiList<Stripe.Charge> {
  const intent = params.text("payment_intent");
  const charges = simulator.state.charges
    .newestFirst()
    .filter((charge) => intent === undefined || charge.payment_intent === intent);
  return listPage(charges, params, "/v1/charges");
}

/** The charges that took money, oldest first; a declined attempt leaves a failed charge as well. */
export function paidCharges({ charges }: State): Stripe.Charge[] {
  return charges
    .newestFirst()
    .filter((charge) => charge.paid)
    .toReversed();
}

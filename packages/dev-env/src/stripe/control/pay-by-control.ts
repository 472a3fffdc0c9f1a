import { finishAuthentication, payCheckout } from "../payments/pay-checkout.ts";
import type { PaymentResult } from "../payments/pay-checkout.ts";
import { currentCheckout } from "../resources/expire-checkout.ts";
import type { Simulator } from "../simulator.ts";
import type { CheckoutRecord } from "../state/state.ts";

interface PaymentOrder {
  readonly session: string;
  readonly card: string;
  /** How 3-D Secure ends, where the card asks for it; without it, it stays open. */
  readonly authentication: "complete" | "fail" | null;
}

/** Pays a session as the payment page would, without a browser. */
export function payByControl(simulator: Simulator, json: unknown): PaymentResult {
  const { session, card, authentication } = readOrder(json);
  const entry = { number: card, expMonth: 12, expYear: 2040, name: "Test Shopper" };
  const result = payCheckout(simulator, checkoutOf(simulator, session), entry);
  if (result.result !== "requires_action" || authentication === null) return result;
  return finishAuthentication(
    simulator,
    checkoutOf(simulator, session),
    authentication === "complete",
  );
}

function checkoutOf(simulator: Simulator, id: string): CheckoutRecord {
  const record = currentCheckout(simulator, id);
  if (record === undefined) throw new TypeError(`There is no session ${id}.`);
  return record;
}

function readOrder(json: unknown): PaymentOrder {
  if (typeof json !== "object" || json === null) throw new TypeError("Expected a JSON object.");
  const fields = new Map<string, unknown>(Object.entries(json));
  const session = fields.get("session");
  const card = fields.get("card") ?? "4242424242424242";
  const authentication = fields.get("authentication") ?? null;
  if (typeof session !== "string") throw new TypeError("session is a Checkout Session's id.");
  if (typeof card !== "string") throw new TypeError("card is a card number, as text.");
  if (authentication !== null && authentication !== "complete" && authentication !== "fail") {
    throw new TypeError('authentication is "complete" or "fail".');
  }
  return { session, card, authentication };
}

import type { Checkout, PlacedOrder, PlaceOrder } from "@tuckshop/contracts/checkout";
import { ShopError } from "@tuckshop/contracts/errors";
import {
  newId,
  newOrderReference,
  OrderId,
  type CheckoutId,
  type PrincipalId,
} from "@tuckshop/contracts/ids";
import { placeCheckout } from "@tuckshop/db/atomic/place-checkout";
import type { Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { confirmOrder } from "../orders/confirm-order.ts";
import { createCardPayment } from "../payments/create-card-payment.ts";
import { createCashPayment } from "../payments/create-cash-payment.ts";

export type Placing = { principalId: PrincipalId; publicUrl: string };

/**
 * Turns an open checkout into its one order, at the quote the buyer saw or not at all. Cash orders
 * are confirmed in this very commit; card orders wait for their money, with a payment whose exact
 * request to the provider is written down here and sent by a task.
 */
export async function placeOrder(
  tx: Tx,
  { principalId, publicUrl }: Placing,
  input: PlaceOrder,
): Promise<PlacedOrder> {
  const mover = { actor: principalId };
  const checkout = await lockCheckout(tx, principalId, input.checkoutId);
  const payable = agreedPayment(checkout, input);
  if (checkout.method === "delivery" && !input.address) {
    throw new ShopError({ code: "ADDRESS_REQUIRED" });
  }

  const row = orderRow(principalId, checkout, payable, input);
  const order = await placeCheckout(tx, row, checkout.quote, mover);
  const placed = {
    reference: order.reference,
    paymentMethod: input.paymentMethod,
    total: payable.total,
  };
  if (input.paymentMethod === "card") {
    await createCardPayment(tx, { order, quote: checkout.quote, publicUrl }, mover);
    return { ...placed, state: "pending_payment" };
  }
  await settleInCash(tx, order, mover);
  return { ...placed, state: "confirmed" };
}

async function settleInCash(
  tx: Tx,
  order: Awaited<ReturnType<typeof placeCheckout>>,
  mover: Mover,
): Promise<void> {
  await createCashPayment(tx, order, mover);
  await confirmOrder(tx, order, "pay", mover);
}

type LockedCheckout = Awaited<ReturnType<typeof lockCheckout>>;

/**
 * The bag is locked before the checkout, as `startCheckout` does; both are read as they are under
 * their locks, and a quote never changes, so one statement can do it.
 */
async function lockCheckout(tx: Tx, principalId: PrincipalId, id: CheckoutId) {
  const checkout = await tx
    .with("bag", (db) =>
      db.selectFrom("cart").select("version").where("principal_id", "=", principalId).forUpdate(),
    )
    .selectFrom("checkout")
    .innerJoin("quote", "quote.checkout_id", "checkout.id")
    .innerJoin("bag", (join) => join.onTrue())
    .select(["checkout.id", "checkout.state", "cart_version", "method", "pincode", "area"])
    .select(["bag.version as bagVersion", "quote.body as quote"])
    .select(sql<boolean>`expires_at <= now()`.as("lapsed"))
    .where("checkout.id", "=", id)
    .where("principal_id", "=", principalId)
    .forUpdate("checkout")
    .executeTakeFirst();
  if (!checkout) throw new ShopError({ code: "NOT_FOUND", entity: "checkout" });
  if (checkout.state === "placed") throw await completed(tx, id);
  if (checkout.state !== "open" || checkout.lapsed) {
    const state = checkout.state === "open" ? "expired" : checkout.state;
    throw new ShopError({ code: "CHECKOUT_CLOSED", state });
  }
  if (checkout.bagVersion !== checkout.cart_version) throw new ShopError({ code: "QUOTE_CHANGED" });
  return checkout;
}

async function completed(tx: Tx, checkoutId: CheckoutId): Promise<ShopError> {
  const { reference } = await tx
    .selectFrom("orders")
    .select("reference")
    .where("checkout_id", "=", checkoutId)
    .executeTakeFirstOrThrow();
  return new ShopError({ code: "CHECKOUT_COMPLETED", reference });
}

/** What is paid in the chosen way, if it is what the buyer agreed to: the same quote, the same total. */
function agreedPayment(
  { quote }: LockedCheckout,
  input: PlaceOrder,
): Checkout["quote"]["payments"][number] {
  const payable = quote.payments.find((payment) => payment.method === input.paymentMethod);
  const agreed =
    payable !== undefined &&
    quote.hash === input.quoteHash &&
    payable.total.minor === input.expectedTotal.minor &&
    payable.total.currency === input.expectedTotal.currency;
  if (!agreed) throw new ShopError({ code: "QUOTE_CHANGED" });
  return payable;
}

function orderRow(
  principalId: PrincipalId,
  { quote, id, method, pincode, area }: LockedCheckout,
  payable: Checkout["quote"]["payments"][number],
  { contact, address, note }: PlaceOrder,
) {
  return {
    id: newId(OrderId),
    reference: newOrderReference(),
    checkout_id: id,
    principal_id: principalId,
    state: "pending_payment" as const,
    method,
    pincode,
    area,
    address: method === "delivery" && address ? addressLine(address) : null,
    customer_name: contact.name,
    customer_phone: contact.phone,
    customer_email: contact.email ?? null,
    note: note ?? null,
    currency: quote.subtotal.currency,
    subtotal_minor: quote.subtotal.minor,
    discount_minor: quote.discount.minor,
    delivery_minor: quote.delivery.minor,
    fee_minor: payable.fee.minor,
    tax_included_minor: quote.taxIncluded.minor,
    total_minor: payable.total.minor,
    expires_at: sql<string>`(select now() + make_interval(mins => hold_minutes) from shop)`,
  };
}

const addressLine = ({ line1, line2, landmark }: NonNullable<PlaceOrder["address"]>): string =>
  [line1, line2, landmark && `near ${landmark}`].filter(Boolean).join(", ");

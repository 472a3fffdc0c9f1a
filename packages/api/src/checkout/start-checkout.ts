import type { Checkout, Quote, StartCheckout } from "@tuckshop/contracts/checkout";
import { ShopError } from "@tuckshop/contracts/errors";
import { CheckoutId, newId, QuoteId, type PrincipalId } from "@tuckshop/contracts/ids";
import { claimAll, lockCounters, releaseClaims } from "@tuckshop/db/atomic/claim";
import { recordBirths, transition } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { lockBag } from "../carts/lock-bag.ts";
import { bagLines, type BagRow } from "../carts/queries.ts";
import { deliveryFor, type Delivery } from "./delivery-zone.ts";
import { priceQuote } from "./price-quote.ts";
import { checkoutById } from "./queries.ts";

/**
 * Quotes a bag and holds its goods. The same bag going the same way at the same price is the same
 * checkout; anything else gives the old hold back and takes a new one. All lines are held or none:
 * OUT_OF_STOCK names each short one.
 */
export async function startCheckout(
  tx: Tx,
  principalId: PrincipalId,
  { bagVersion, fulfilment }: StartCheckout,
): Promise<Checkout> {
  await lockSeenBag(tx, principalId, bagVersion);
  const lines = await bagLines(tx, principalId);
  if (lines.length === 0) throw new ShopError({ code: "BAG_EMPTY" });
  const shop = await tx
    .selectFrom("shop")
    .selectAll()
    .select(sql<string>`now() + make_interval(mins => hold_minutes)`.as("expiresAt"))
    .executeTakeFirstOrThrow();
  const subtotalMinor = lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0);
  const delivery = await deliveryFor(tx, fulfilment, subtotalMinor);
  const quote = priceQuote(
    lines.map((line) => ({ ...line, unitMinor: line.priceMinor })),
    fulfilment,
    { deliveryMinor: delivery.feeMinor, cashFeeMinor: shop.cash_fee_minor },
    shop.currency,
  );

  const open = await openCheckout(tx, principalId);
  if (open?.hash === quote.hash && open.cart_version === bagVersion && !open.lapsed) {
    return checkoutById(tx, principalId, open.id);
  }
  if (open) {
    // What is given back and what is taken are locked together, in the one order.
    await lockCounters(tx, [...lines.map((line) => line.counterId), ...open.counterIds]);
    await giveBack(tx, principalId, open.id);
  }
  const id = await openNew(tx, principalId, {
    bagVersion,
    fulfilment,
    delivery,
    quote,
    expiresAt: shop.expiresAt,
  });
  await claimAll(tx, id, wantsOf(lines), shop.expiresAt, { actor: principalId });
  return checkoutById(tx, principalId, id);
}

/** The bag must be as the shopper saw it. One start at a time: the others then find what was made. */
async function lockSeenBag(tx: Tx, principalId: PrincipalId, bagVersion: number): Promise<void> {
  const actual = await lockBag(tx, principalId);
  if (actual === undefined) throw new ShopError({ code: "BAG_EMPTY" });
  if (actual === bagVersion) return;
  throw new ShopError({ code: "VERSION_CONFLICT", entity: "bag", expected: bagVersion, actual });
}

async function openCheckout(tx: Tx, principalId: PrincipalId) {
  return await tx
    .selectFrom("checkout")
    .innerJoin("quote", "quote.checkout_id", "checkout.id")
    .select(["checkout.id", "checkout.cart_version", "quote.hash"])
    .select(sql<boolean>`expires_at <= now()`.as("lapsed"))
    .select(
      sql<
        BagRow["counterId"][]
      >`array(select counter_id from claim where checkout_id = checkout.id)`.as("counterIds"),
    )
    .where("principal_id", "=", principalId)
    .where("state", "=", "open")
    .forUpdate("checkout") // before the counters: the order in which every command locks
    .executeTakeFirst();
}

async function giveBack(tx: Tx, principalId: PrincipalId, id: CheckoutId): Promise<void> {
  const mover = { actor: principalId, cause: "started again" };
  await transition(tx, "checkout", id, "cancel", mover);
  await releaseClaims(tx, id, "release", mover);
}

async function openNew(
  tx: Tx,
  principalId: PrincipalId,
  {
    bagVersion,
    fulfilment,
    delivery,
    quote,
    expiresAt,
  }: StartCheckout & { delivery: Delivery; quote: Quote; expiresAt: string },
): Promise<CheckoutId> {
  const id = newId(CheckoutId);
  await tx
    .insertInto("checkout")
    .values({
      id,
      principal_id: principalId,
      cart_version: bagVersion,
      method: fulfilment.method,
      pincode: fulfilment.method === "delivery" ? fulfilment.pincode : null,
      area: delivery.area,
      state: "open",
      expires_at: expiresAt,
    })
    .execute();
  await recordBirths(tx, "checkout", [id], "open", { actor: principalId });
  await tx
    .insertInto("quote")
    .values({ id: newId(QuoteId), checkout_id: id, hash: quote.hash, body: JSON.stringify(quote) })
    .execute();
  return id;
}

/** A product that is no longer sold is out of stock, whatever lies on the shelf. */
function wantsOf(lines: readonly BagRow[]) {
  const gone = lines.filter((line) => line.productState !== "active");
  if (gone.length > 0) {
    throw new ShopError({
      code: "OUT_OF_STOCK",
      lines: gone.map(({ sku, quantity }) => ({ sku, requested: quantity, available: 0 })),
    });
  }
  return lines.map(({ counterId, sku, quantity }) => ({ counterId, sku, quantity }));
}

import type { Checkout, StartCheckout } from "@tuckshop/contracts/checkout";
import { ShopError } from "@tuckshop/contracts/errors";
import { CheckoutId, newId, type PrincipalId } from "@tuckshop/contracts/ids";
import { lockCounters, releaseClaims } from "@tuckshop/db/atomic/claim";
import type { Hold } from "@tuckshop/db/atomic/grant";
import { openCheckout } from "@tuckshop/db/atomic/open-checkout";
import { transitionAll } from "@tuckshop/db/atomic/transition";
import type { Claims } from "@tuckshop/db/hot-counters";
import type { Tx } from "@tuckshop/db/schema";
import { lockBag } from "../carts/lock-bag.ts";
import type { WantedLine } from "../carts/queries.ts";
import { deliveryFor } from "./delivery-zone.ts";
import { priceQuote } from "./price-quote.ts";
import { checkoutById, checkoutOf } from "./queries.ts";
import { termsFor, type OpenCheckout } from "./terms.ts";

/**
 * Quotes a bag and holds its goods. The same bag going the same way at the same price is the same
 * checkout; anything else gives the old hold back and takes a new one. All lines are held or none:
 * OUT_OF_STOCK names each short one.
 */
export async function startCheckout(
  { tx, claims }: { tx: Tx; claims: Claims },
  principalId: PrincipalId,
  { bagVersion, fulfilment }: StartCheckout,
): Promise<Checkout> {
  await lockSeenBag(tx, principalId, bagVersion);
  const terms = await termsFor(tx, principalId, fulfilment);
  const { lines, open, now } = terms;
  if (lines.length === 0) throw new ShopError({ code: "BAG_EMPTY" });
  const subtotalMinor = lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0);
  const delivery = deliveryFor(fulfilment, terms.zone, subtotalMinor);
  const quote = priceQuote(
    lines.map((line) => ({ ...line, unitMinor: line.priceMinor })),
    fulfilment,
    { deliveryMinor: delivery.feeMinor, cashFeeMinor: terms.cashFeeMinor },
    terms.currency,
  );

  if (open?.hash === quote.hash && open.cartVersion === bagVersion && !open.lapsed) {
    return checkoutById(tx, principalId, open.id);
  }
  const wants = wantsOf(lines);
  if (open) await giveBack(tx, principalId, open, lines);
  const checkout = {
    id: newId(CheckoutId),
    method: fulfilment.method,
    pincode: fulfilment.method === "delivery" ? fulfilment.pincode : null,
    area: delivery.area,
    state: "open" as const,
    expires_at: terms.expiresAt,
    extensions: 0,
  };
  const row = { ...checkout, principal_id: principalId, cart_version: bagVersion };
  const mover = { actor: principalId };
  const openWith = (hold: Hold) => openCheckout(tx, row, quote, hold, mover);
  // With counters locked by giving back, nothing may wait for a grant.
  if (open) await openWith({ grants: [], rest: wants });
  else await claims.hold(wants, mover, openWith);
  return checkoutOf({ ...checkout, quote, reference: null, now });
}

/** The bag must be as the shopper saw it. One start at a time: the others then find what was made. */
async function lockSeenBag(tx: Tx, principalId: PrincipalId, bagVersion: number): Promise<void> {
  const actual = await lockBag(tx, principalId);
  if (actual === undefined) throw new ShopError({ code: "BAG_EMPTY" });
  if (actual === bagVersion) return;
  throw new ShopError({ code: "VERSION_CONFLICT", entity: "bag", expected: bagVersion, actual });
}

/**
 * Ends the checkout before this one, unless a sweep was quicker and has given its goods back itself.
 * What is given back and what is then taken are locked together, in the one order.
 */
async function giveBack(
  tx: Tx,
  principalId: PrincipalId,
  open: OpenCheckout,
  lines: readonly WantedLine[],
): Promise<void> {
  const mover = { actor: principalId, cause: "started again" };
  const [ended] = await transitionAll(tx, "checkout", [open.id], "cancel", mover);
  if (!ended) return;
  await lockCounters(tx, [...lines.map((line) => line.counterId), ...open.counterIds]);
  await releaseClaims(tx, open.id, "release", mover);
}

/** A product that is no longer sold is out of stock, whatever lies on the shelf. */
function wantsOf(lines: readonly WantedLine[]) {
  const gone = lines.filter((line) => line.productState !== "active");
  if (gone.length > 0) {
    throw new ShopError({
      code: "OUT_OF_STOCK",
      lines: gone.map(({ sku, quantity }) => ({ sku, requested: quantity, available: 0 })),
    });
  }
  return lines.map(({ counterId, sku, quantity }) => ({ counterId, sku, quantity }));
}

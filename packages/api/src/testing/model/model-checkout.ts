import {
  at,
  available,
  cashFeeMinor,
  deliveryMinor,
  extensionsMax,
  held,
  newPayment,
  reserve,
  shelve,
  type ModelShop,
  type ModelShopper,
} from "./model-shop.ts";
import type { MoveOf } from "./moves.ts";

const ok = "ok";

/** A bag is set to what there is; whoever looked at an older one is told so. */
export function put(shop: ModelShop, shopper: ModelShopper, move: MoveOf<"put">): string {
  if (move.stale) return "VERSION_CONFLICT";
  const lines = move.lines.map(({ article, quantity }) => ({
    article,
    quantity: Math.min(quantity, available(shop, article) + held(shopper, article)),
  }));
  shopper.bag = {
    version: shopper.bag.version + 1,
    lines: lines.filter((line) => line.quantity > 0),
  };
  return remember(shopper, ok);
}

/** The same bag going the same way is the same checkout; any other start gives the old hold back. */
export function start(shop: ModelShop, shopper: ModelShopper, move: MoveOf<"start">): string {
  const { bag, checkout } = shopper;
  if (bag.version === 0) return "BAG_EMPTY";
  if (move.stale) return "VERSION_CONFLICT";
  if (bag.lines.length === 0) return "BAG_EMPTY";
  const isSame = checkout?.bagVersion === bag.version && checkout.method === move.method;
  if (checkout?.state === "open" && isSame && !checkout.lapsed) return remember(shopper, ok);

  const left = (article: number) => available(shop, article) + held(shopper, article);
  const short = bag.lines.filter(({ article, quantity }) => left(article) < quantity);
  if (short.length > 0) {
    const facts = short.map(({ article, quantity }) => `${article}:${left(article)}/${quantity}`);
    return `OUT_OF_STOCK ${facts.toSorted().join(" ")}`;
  }
  if (checkout?.state === "open") {
    checkout.state = "cancelled";
    reserve(shop, checkout.lines, -1);
  }
  reserve(shop, bag.lines, 1);
  shopper.checkout = {
    state: "open",
    lapsed: false,
    extensions: 0,
    bagVersion: bag.version,
    method: move.method,
    lines: bag.lines,
  };
  return remember(shopper, ok);
}

export function extend({ checkout }: ModelShopper): string {
  if (!checkout) return "nothing";
  if (checkout.state !== "open" || checkout.lapsed) {
    return `CHECKOUT_CLOSED ${checkout.state === "open" ? "expired" : checkout.state}`;
  }
  if (checkout.extensions === extensionsMax) return "HOLD_LIMIT_REACHED";
  checkout.extensions += 1;
  return ok;
}

/** One checkout, one order: cash is confirmed at once, a card waits for its money. */
export function place(shop: ModelShop, shopper: ModelShopper, { pay }: MoveOf<"place">): string {
  const { checkout, bag } = shopper;
  if (!checkout) return "nothing";
  if (checkout.state === "placed") return "CHECKOUT_COMPLETED";
  if (checkout.state !== "open" || checkout.lapsed) {
    return `CHECKOUT_CLOSED ${checkout.state === "open" ? "expired" : checkout.state}`;
  }
  if (checkout.bagVersion !== bag.version) return "QUOTE_CHANGED";

  const { lines, method } = checkout;
  const prices = lines.map((line) => line.quantity * at(shop.articles, line.article).priceMinor);
  const goodsMinor =
    prices.reduce((sum, price) => sum + price, 0) + (method === "delivery" ? deliveryMinor : 0);
  const isCash = pay === "cash";
  const feeMinor = isCash ? cashFeeMinor : 0;
  shop.orders.push({
    state: isCash ? "confirmed" : "pending_payment",
    lapsed: false,
    method,
    lines,
    goodsMinor,
    feeMinor,
    payments: [
      newPayment(shop, {
        method: pay,
        state: isCash ? "due" : "created",
        amountMinor: goodsMinor + feeMinor,
      }),
    ],
    refunds: [],
  });
  if (isCash) sell(shop, lines);
  checkout.state = "placed";
  shopper.bag = { version: bag.version + 1, lines: [] };
  return remember(shopper, `ok ${isCash ? "confirmed" : "pending_payment"}`);
}

/** Goods that were reserved have left the shelf. */
export function sell(shop: ModelShop, lines: Parameters<typeof reserve>[1]): void {
  reserve(shop, lines, -1);
  shelve(shop, lines, -1);
}

export function remember(shopper: ModelShopper, answer: string): string {
  shopper.lastAnswer = answer;
  return answer;
}

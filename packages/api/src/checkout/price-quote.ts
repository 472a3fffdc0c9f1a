import { createHash } from "node:crypto";
import type { Fulfilment, Quote, QuoteLine } from "@tuckshop/contracts/checkout";
import type { Hue } from "@tuckshop/contracts/shop";
import type { Sku, VariantId } from "@tuckshop/contracts/ids";
import { money, type Currency } from "@tuckshop/contracts/money";

export type PricedLine = {
  variantId: VariantId;
  sku: Sku;
  title: string;
  variantTitle: string;
  hue: Hue;
  quantity: number;
  unitMinor: number;
  taxRateBasisPoints: number;
};

export type Fees = { deliveryMinor: number; cashFeeMinor: number };

/**
 * The one function that computes a total. Integer minor units throughout; prices include tax, so tax
 * never changes a total and is told apart for the receipt. Equal input gives an equal hash.
 */
export function priceQuote(
  lines: readonly PricedLine[],
  fulfilment: Fulfilment,
  fees: Fees,
  currency: Currency,
): Quote {
  const taxes = taxIncluded(lines);
  const quoteLines = lines.map((line, at): QuoteLine => ({
    variantId: line.variantId,
    sku: line.sku,
    title: line.title,
    variantTitle: line.variantTitle,
    hue: line.hue,
    quantity: line.quantity,
    unitPrice: money(line.unitMinor, currency),
    lineTotal: money(line.unitMinor * line.quantity, currency),
    taxIncluded: money(taxes[at] ?? 0, currency),
  }));
  const subtotal = sum(quoteLines.map((line) => line.lineTotal.minor));
  const goods = subtotal + fees.deliveryMinor;
  const body = {
    lines: quoteLines,
    subtotal: money(subtotal, currency),
    discount: money(0, currency),
    delivery: money(fees.deliveryMinor, currency),
    taxIncluded: money(sum(taxes), currency),
    payments: [
      { method: "card" as const, fee: money(0, currency), total: money(goods, currency) },
      {
        method: "cash" as const,
        fee: money(fees.cashFeeMinor, currency),
        total: money(goods + fees.cashFeeMinor, currency),
      },
    ],
  };
  const hash = createHash("sha256").update(JSON.stringify({ fulfilment, body })).digest("hex");
  return { hash, ...body };
}

/**
 * The tax inside each line's price. Lines of one rate are taxed together and the rounded sum is
 * shared out by largest remainder, so that the lines add up to the tax of the whole.
 */
function taxIncluded(lines: readonly PricedLine[]): number[] {
  const taxes = lines.map(() => 0);
  for (const rate of new Set(lines.map((line) => line.taxRateBasisPoints))) {
    const shares = lines.flatMap((line, at) =>
      line.taxRateBasisPoints === rate
        ? [{ at, exact: (line.unitMinor * line.quantity * rate) / (10_000 + rate) }]
        : [],
    );
    const target = Math.round(sum(shares.map((share) => share.exact)));
    let missing = target - sum(shares.map((share) => Math.floor(share.exact)));
    for (const { at, exact } of shares.toSorted((a, b) => (b.exact % 1) - (a.exact % 1))) {
      taxes[at] = Math.floor(exact) + (missing-- > 0 ? 1 : 0);
    }
  }
  return taxes;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

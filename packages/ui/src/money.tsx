import type { Money as MoneyValue } from "@tuckshop/contracts/money";
import { clsx } from "clsx";

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known) return known;
  const format = new Intl.NumberFormat("en-IN", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  });
  formats.set(currency, format);
  return format;
}

/** “₹1,00,000”, “₹62.50”. Every currency of the shop has a hundred minor units. */
export function formatMoney({ minor, currency }: MoneyValue): string {
  return formatOf(currency).format(minor / 100);
}

export function Money({ value, className }: { value: MoneyValue; className?: string | undefined }) {
  return (
    <span className={clsx("whitespace-nowrap tabular-nums", className)}>{formatMoney(value)}</span>
  );
}

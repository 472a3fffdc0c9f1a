import type { ShortLine } from "@tuckshop/contracts/errors";

/** What is short, by the name that the shopper knows it by. */
export function shortLineWords(
  { sku, requested, available }: ShortLine,
  bagLines: readonly { sku: string; title: string }[],
): string {
  const title = bagLines.find((line) => line.sku === sku)?.title ?? sku;
  return available === 0
    ? `${title} has just sold out.`
    : `We have ${available} × ${title} left; you wanted ${requested}.`;
}

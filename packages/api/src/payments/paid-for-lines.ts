import type { VariantId } from "@tuckshop/contracts/ids";

export type OrderedLine = { variantId: VariantId; quantity: number; totalMinor: number };

/** Floor of a share: sums of neighbouring shares add up to the whole without a rest. */
const share = (whole: number, part: number, of: number): number =>
  of === 0 ? 0 : Math.floor((whole * part) / of);

/**
 * What each line was paid with: its total less its share of the discount. The shares add up to the
 * discount, so all lines together are exactly what was paid for goods.
 */
export function paidForLines(
  lines: readonly OrderedLine[],
  discountMinor: number,
): Map<VariantId, number> {
  const subtotal = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  let before = 0;
  return new Map(
    lines.map(({ variantId, totalMinor }) => {
      const from = share(discountMinor, before, subtotal);
      before += totalMinor;
      return [variantId, totalMinor - (share(discountMinor, before, subtotal) - from)];
    }),
  );
}

/**
 * What so many pieces of a line were paid with, after others of it were refunded: however a line is
 * cut, its pieces add up to what was paid for it.
 */
export const paidForPieces = (
  paidMinor: number,
  { quantity, ordered, refundedBefore }: Record<"quantity" | "ordered" | "refundedBefore", number>,
): number =>
  share(paidMinor, refundedBefore + quantity, ordered) - share(paidMinor, refundedBefore, ordered);

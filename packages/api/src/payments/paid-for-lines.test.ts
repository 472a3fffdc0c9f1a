import { newId, VariantId } from "@tuckshop/contracts/ids";
import { expect, test } from "vitest";
import { paidForLines, paidForPieces } from "./paid-for-lines.ts";

const line = (quantity: number, totalMinor: number) => ({
  variantId: newId(VariantId),
  quantity,
  totalMinor,
});

test("S45 all lines together are what was paid for the goods, whatever the discount", () => {
  const lines = [line(3, 9_999), line(1, 1), line(7, 7_000), line(2, 0)];
  for (const discount of [0, 1, 3, 1_000, 16_999, 17_000]) {
    const paid = [...paidForLines(lines, discount).values()];
    expect(paid.reduce((sum, minor) => sum + minor, 0)).toBe(17_000 - discount);
    expect(paid.every((minor, at) => minor >= 0 && minor <= (lines[at]?.totalMinor ?? 0))).toBe(
      true,
    );
  }
});

// Red when each piece is rounded by itself: 3 × 33 of 100 then leave 1 unpaid.
test("S45 a line that is refunded piece by piece gives back what was paid for it", () => {
  const pieces = [0, 1, 2].map((refundedBefore) =>
    paidForPieces(100, { quantity: 1, ordered: 3, refundedBefore }),
  );
  expect(pieces).toEqual([33, 33, 34]);
  expect(paidForPieces(100, { quantity: 3, ordered: 3, refundedBefore: 0 })).toBe(100);
});

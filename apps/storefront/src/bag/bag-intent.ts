import type { Bag, BagLine, PutBag } from "@tuckshop/contracts/bag";
import { VariantId } from "@tuckshop/contracts/ids";
import { Money } from "@tuckshop/contracts/money";
import { Hue } from "@tuckshop/contracts/shop";
import * as z from "zod/mini";

/** Enough of a product to draw its line before the server has answered. */
const LineSketch = z.object({
  variantId: VariantId,
  /** Null when an old order is ordered again: it does not say where the product lives now. */
  slug: z.nullable(z.string()),
  title: z.string(),
  variantTitle: z.string(),
  hue: Hue,
  unitPrice: Money,
});
export type LineSketch = z.infer<typeof LineSketch>;

/** The edits that the server has not confirmed yet, by variant. Zero takes the line out. */
export const Edits = z.record(z.string(), z.object({ quantity: z.int(), sketch: LineSketch }));
export type Edits = Readonly<z.infer<typeof Edits>>;
type Edit = Edits[string];

export type BagViewLine = LineSketch & {
  quantity: number;
  /** The server's word on this quantity; null while it is being asked. */
  settled: { lineTotal: Money; available: number } | null;
};

export function withEdit(edits: Edits, sketch: LineSketch, quantity: number): Edits {
  return { ...edits, [sketch.variantId]: { quantity, sketch } };
}

/** The bag as wanted: the server's lines under the edits. There is no snapshot to roll back to. */
export function viewLines(bag: Bag | undefined, edits: Edits): BagViewLine[] {
  const known = (bag?.lines ?? []).map((line) => viewLine(line, edits[line.variantId]));
  const inBag = new Set(bag?.lines.map((line) => line.variantId));
  const added = Object.values(edits)
    .filter(({ sketch }) => !inBag.has(sketch.variantId))
    .map(({ sketch, quantity }) => ({ ...sketch, quantity, settled: null }));
  return [...known, ...added].filter((line) => line.quantity > 0);
}

function viewLine(line: BagLine, edit: Edit | undefined): BagViewLine {
  const { variantId, slug, title, variantTitle, hue, unitPrice, lineTotal, available } = line;
  const quantity = edit?.quantity ?? line.quantity;
  const settled = quantity === line.quantity ? { lineTotal, available } : null;
  return { variantId, slug, title, variantTitle, hue, unitPrice, quantity, settled };
}

/** The whole wanted set, over whichever bag the server has now: sending it twice changes nothing. */
export function putBagOf(bag: Bag, edits: Edits): PutBag {
  const lines = viewLines(bag, edits).map(({ variantId, quantity }) => ({ variantId, quantity }));
  return { baseVersion: bag.version, lines };
}

/** Drops what has been answered; what was edited meanwhile stays to be sent. */
export function settle(edits: Edits, sent: Edits): Edits {
  return Object.fromEntries(
    Object.entries(edits).filter(([variantId, edit]) => edit !== sent[variantId]),
  );
}

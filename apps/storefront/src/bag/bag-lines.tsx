import { adjustmentWords } from "./adjustment-words.ts";
import type { BagViewLine } from "./bag-intent.ts";
import { BagLineRow } from "./bag-line-row.tsx";
import { RemovedLine } from "./removed-line.tsx";
import type { useBag } from "./use-bag.ts";

type Props = {
  bag: ReturnType<typeof useBag>;
  removed: BagViewLine | null;
  onRemoved: (line: BagViewLine | null) => void;
};

/** The lines of the bag, with what the server changed said on the line itself. */
export function BagLines({ bag, removed, onRemoved }: Props) {
  const change = (line: BagViewLine, quantity: number) => {
    if (quantity === 0) onRemoved(line);
    bag.edit(line, quantity);
  };
  const notesOf = (line: BagViewLine) =>
    bag.adjustments.filter((each) => each.variantId === line.variantId).map(adjustmentWords);
  const gone = bag.adjustments.filter((each) => each.kind === "removed");

  return (
    <>
      <output className="grid gap-2 empty:hidden">
        {gone.map((each) => (
          <span
            key={each.variantId}
            className="block rounded-input bg-warn-wash px-3 py-2 text-small text-warn"
          >
            {adjustmentWords(each)}
          </span>
        ))}
      </output>
      <ul aria-label="In your bag">
        {bag.lines.map((line) => (
          <BagLineRow
            key={line.variantId}
            line={line}
            notes={notesOf(line)}
            onChange={(quantity) => change(line, quantity)}
          />
        ))}
        {removed && !bag.lines.some((line) => line.variantId === removed.variantId) && (
          <RemovedLine
            line={removed}
            onUndo={() => {
              bag.edit(removed, removed.quantity);
              onRemoved(null);
            }}
          />
        )}
      </ul>
    </>
  );
}

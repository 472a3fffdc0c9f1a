import type { BagViewLine } from "./bag-intent.ts";

type Props = { line: BagViewLine; onUndo: () => void };

/** In the place of a line just taken out, for as long as one might have slipped. */
export function RemovedLine({ line, onUndo }: Props) {
  return (
    <li className="flex items-center justify-between gap-4 border-b border-line py-4 text-small text-ink-2">
      <span>{line.title} is out of your bag.</span>
      <button
        type="button"
        onClick={onUndo}
        className="min-h-11 rounded-full px-3 font-[650] text-ink underline underline-offset-[0.18em]"
      >
        Put it back
      </button>
    </li>
  );
}

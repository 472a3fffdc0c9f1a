import { Link } from "@tanstack/react-router";
import { Money } from "@tuckshop/ui/money";
import { CutPaper } from "@tuckshop/ui/cut-paper";
import type { BagViewLine } from "./bag-intent.ts";
import { Stepper } from "./stepper.tsx";

type Props = { line: BagViewLine; notes: readonly string[]; onChange: (quantity: number) => void };

export function BagLineRow({ line, notes, onChange }: Props) {
  const { title, variantTitle, hue, quantity, settled, unitPrice } = line;
  const name = variantTitle ? `${title}, ${variantTitle}` : title;
  return (
    <li data-hue={hue} className="grid gap-2 border-b border-line py-4 first:pt-0">
      <div className="grid grid-cols-[64px_1fr] gap-x-4 gap-y-3 sm:grid-cols-[72px_1fr_auto]">
        <CutPaper name={title} hue={hue} className="aspect-4/5 w-full rounded-[10px]" />
        <div className="min-w-0 self-center">
          <p className="text-h3 font-[650]">
            <LineTitle line={line} />
          </p>
          <p className="text-small text-ink-2">
            {variantTitle && `${variantTitle} · `}
            <Money value={unitPrice} /> each
          </p>
        </div>
        <div className="col-start-2 flex items-center justify-between gap-4 sm:col-start-3 sm:justify-end">
          <Stepper name={name} quantity={quantity} onChange={onChange} />
          <span className="min-w-16 text-right font-[650]">
            {settled ? (
              <Money value={settled.lineTotal} />
            ) : (
              <span className="text-ink-3">
                <span aria-hidden="true">…</span>
                <span className="sr-only">being worked out</span>
              </span>
            )}
          </span>
        </div>
      </div>
      {notes.map((note) => (
        <p key={note} className="rounded-input bg-warn-wash px-3 py-2 text-small text-warn">
          {note}
        </p>
      ))}
    </li>
  );
}

function LineTitle({ line: { slug, title } }: { line: BagViewLine }) {
  if (slug === null) return title;
  return (
    <Link to="/p/$slug" params={{ slug }} className="hover:underline">
      {title}
    </Link>
  );
}

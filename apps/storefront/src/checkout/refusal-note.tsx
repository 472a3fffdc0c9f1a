import { Link } from "@tanstack/react-router";
import { refusalOf } from "@tuckshop/client/refusal-of";
import type { BagLine } from "@tuckshop/contracts/bag";
import { refusalMessage, type Refusal } from "@tuckshop/contracts/errors";
import type { ReactNode } from "react";
import { useBag } from "../bag/use-bag.ts";
import { shortLineWords } from "./short-line-words.ts";

type Props = { error: unknown; onPickup?: (() => void) | undefined };

/** Why the shop said no, that nothing was charged, and the way on. */
export function RefusalNote({ error, onPickup }: Props) {
  const { settled } = useBag();
  if (!error) return null;
  const refusal = refusalOf(error);
  const words = refusal ? refusalWords(refusal, settled?.lines ?? []) : "We got no answer.";
  return (
    <div role="alert" className="grid gap-2 rounded-card bg-bad-wash px-4 py-3 text-bad">
      <p className="font-[650]">{words}</p>
      <p className="text-ink">
        {refusal
          ? "Nothing was charged."
          : "Press again when you have signal: whatever got through is not done twice."}
      </p>
      {refusal && <WayOn refusal={refusal} onPickup={onPickup} />}
    </div>
  );
}

function refusalWords(refusal: Refusal, bagLines: readonly BagLine[]): string {
  if (refusal.code !== "OUT_OF_STOCK") return refusalMessage(refusal);
  return refusal.lines.map((line) => shortLineWords(line, bagLines)).join(" ");
}

const link = "justify-self-start font-[650] text-ink underline underline-offset-[0.18em]";

function WayOn({
  refusal,
  onPickup,
}: {
  refusal: Refusal;
  onPickup: Props["onPickup"];
}): ReactNode {
  switch (refusal.code) {
    case "DELIVERY_UNAVAILABLE":
      return (
        onPickup && (
          <button type="button" className={`${link} min-h-11`} onClick={onPickup}>
            Pick it up instead
          </button>
        )
      );
    case "OUT_OF_STOCK":
    case "BAG_EMPTY":
    case "VERSION_CONFLICT":
      return (
        <Link to="/bag" className={link}>
          Look at your bag
        </Link>
      );
    case "CHECKOUT_CLOSED":
    case "QUOTE_CHANGED":
      return (
        <Link to="/checkout" className={link}>
          See the new total
        </Link>
      );
    default:
      return null;
  }
}

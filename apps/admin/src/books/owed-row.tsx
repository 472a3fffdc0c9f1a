import { Link } from "@tanstack/react-router";
import type { OrderId, OrderReference } from "@tuckshop/contracts/ids";
import { Button } from "@tuckshop/ui/button";
import { Chip, type Tone } from "@tuckshop/ui/chip";
import { Time } from "@tuckshop/ui/time";
import type { ReactNode } from "react";
import { errorWords } from "../error-words.ts";
import { Notice } from "../notice.tsx";

type Props = {
  title: string;
  state: { word: string; tone: Tone };
  /** Small print: ids, counts. */
  facts: readonly (string | null)[];
  order: { id: OrderId; reference: OrderReference } | null;
  dueAt: string | null;
  lastError: string | null;
  children?: ReactNode;
};

/** One event or job: what it is, how it stands, what went wrong last, and what can be done. */
export function OwedRow({ title, state, facts, order, dueAt, lastError, children }: Props) {
  return (
    <li className="grid gap-x-4 gap-y-2 border-t border-line px-4 py-3 first:border-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <b className="font-[650] wrap-anywhere">{title}</b>
          <Chip tone={state.tone}>{state.word}</Chip>
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-small text-ink-2">
          {facts.map(
            (fact) =>
              fact && (
                <span key={fact} className="wrap-anywhere">
                  {fact}
                </span>
              ),
          )}
          {order && (
            <Link to="/orders/$orderId" params={{ orderId: order.id }} className="underline">
              Order {order.reference}
            </Link>
          )}
          {dueAt && (
            <span>
              Next <Time at={dueAt} show="seconds" />
            </span>
          )}
        </p>
        {lastError && <p className="mt-1 text-small wrap-anywhere text-bad">{lastError}</p>}
      </div>
      {children}
    </li>
  );
}

type RedriveProps = { label: string; isPending: boolean; error: unknown; onPress: () => void };

/** Tries a dead one again. */
export function RedriveButton({ label, isPending, error, onPress }: RedriveProps) {
  return (
    <div className="grid content-start gap-2 justify-self-start sm:justify-items-end">
      <Button look="outline" size="sm" busy={isPending && "Trying again…"} onClick={onPress}>
        Try again<span className="sr-only"> {label}</span>
      </Button>
      {error !== null && <Notice tone="bad">{errorWords(error)}</Notice>}
    </div>
  );
}

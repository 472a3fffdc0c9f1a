import type { AllowedAction } from "@tuckshop/contracts/orders";
import { useId } from "react";

type Props = {
  actions: readonly AllowedAction[];
  /** When nothing at all can happen, the reasons are one press away. */
  isFolded: boolean;
};

/** What cannot happen now, each with the server’s reason. They keep the focus, so that the reason is heard. */
export function ClosedActions({ actions, isFolded }: Props) {
  return (
    <details open={!isFolded} className="mt-1.5 border-t border-dashed border-line-strong pt-2.5">
      <summary className="min-h-6 text-small font-[650]">Not now</summary>
      <ul className="grid gap-2.5 pt-1.5">
        {actions.map((action) => (
          <li key={action.action}>
            <ClosedAction action={action} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ClosedAction({ action: { label, reason } }: { action: AllowedAction }) {
  const reasonId = useId();
  return (
    <>
      <button
        type="button"
        aria-disabled="true"
        aria-describedby={reasonId}
        className="block min-h-6 text-left text-small leading-tight font-[600] text-ink-2"
      >
        {label}
      </button>
      <span id={reasonId} className="block text-micro text-ink-2">
        {reason}
      </span>
    </>
  );
}

import type { AllowedAction, StaffOrder } from "@tuckshop/contracts/orders";
import { announce } from "@tuckshop/ui/announcer";
import { Card } from "@tuckshop/ui/card";
import { useRef, useState } from "react";
import { Notice } from "../notice.tsx";
import { ActionButton } from "./action-button.tsx";
import { ClosedActions } from "./closed-actions.tsx";

/** Exactly what the server allows: the way on is filled, danger is red, the rest says why not. */
export function OrderActions({ order }: { order: StaffOrder }) {
  const [refused, setRefused] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = order.actions.filter(({ enabled }) => enabled).toSorted(dangerLast);
  const closed = order.actions.filter(({ enabled }) => !enabled);
  const main = open.find(({ danger }) => !danger);

  const done = ({ label }: AllowedAction) => {
    setRefused(null);
    announce(`Done: ${label}`);
    // The button that was pressed is gone by now; the focus must not go with it.
    heading.current?.focus();
  };

  return (
    <Card aria-label="What can happen next" className="grid gap-2.5 p-4!">
      <h2 ref={heading} tabIndex={-1}>
        What can happen next
      </h2>
      {refused && <Notice>{refused}</Notice>}
      {open.length === 0 && <p className="text-small text-ink-2">Nothing more to do here.</p>}
      {open.map((action) => (
        <ActionButton
          key={action.action}
          order={order}
          action={action}
          isMain={action === main}
          onDone={() => done(action)}
          onRefused={setRefused}
        />
      ))}
      {closed.length > 0 && <ClosedActions actions={closed} isFolded={open.length === 0} />}
    </Card>
  );
}

const dangerLast = (a: AllowedAction, b: AllowedAction): number =>
  Number(a.danger) - Number(b.danger);

import { Card } from "@tuckshop/ui/card";
import type { ReactNode } from "react";

type Props = { label: string; children: ReactNode; change: ReactNode };

/** A finished step in one line, with the way back to it. */
export function StepSummary({ label, children, change }: Props) {
  return (
    <Card className="flex items-center justify-between gap-4 py-4!">
      <div className="min-w-0">
        <p className="text-small text-ink-2">{label}</p>
        <p className="font-semibold">{children}</p>
      </div>
      {change}
    </Card>
  );
}

export const changeLink =
  "inline-flex min-h-11 items-center text-small underline underline-offset-[0.18em]";

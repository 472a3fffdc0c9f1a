import type { StaffOrder } from "@tuckshop/contracts/orders";
import { Card } from "@tuckshop/ui/card";
import { Timeline } from "@tuckshop/ui/timeline";
import { happeningDetail, happeningTitle, isSetback } from "./happening-words.ts";

/** Everything that happened to the order and its money, newest first. */
export function OrderHistory({ happenings }: Pick<StaffOrder, "happenings">) {
  const steps = happenings.map((happening, index) => ({
    key: String(index),
    title: happeningTitle(happening),
    detail: happeningDetail(happening),
    at: happening.at,
    status: isSetback(happening) ? ("stopped" as const) : ("done" as const),
  }));
  return (
    <Card aria-label="What happened" className="grid gap-3 self-start p-4!">
      <h2>What happened</h2>
      <Timeline label="What happened, newest first" steps={steps.toReversed()} />
    </Card>
  );
}

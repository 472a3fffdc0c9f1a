import type { OrderState } from "@tuckshop/contracts/machines";
import { Chip } from "@tuckshop/ui/chip";
import { OrderStateBadge } from "@tuckshop/ui/state-badge";

/** A row that has left the view says so: where it went stands on its page. */
export function RowState({ state, moved }: { state: OrderState; moved: boolean }) {
  return moved ? <Chip>Moved on</Chip> : <OrderStateBadge state={state} />;
}

import type { AllowedAction, StaffOrder } from "@tuckshop/contracts/orders";
import { Button } from "@tuckshop/ui/button";
import { useState } from "react";
import { actionLabel } from "./action-label.ts";
import { ConfirmActionDialog } from "./confirm-action-dialog.tsx";
import { useActOnOrder } from "./use-act-on-order.ts";

type Props = {
  order: StaffOrder;
  action: AllowedAction;
  isMain: boolean;
  onDone: () => void;
  onRefused: (words: string) => void;
};

export function ActionButton({ order, action, isMain, onDone, onRefused }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const act = useActOnOrder(order, action.action, { onDone, onRefused });
  const mustAsk = action.danger || action.action === "fail_delivery";
  const look = action.danger ? "danger" : isMain ? "counter" : "outline";

  const run = (reason?: string) => {
    setIsAsking(false);
    const { id: orderId, version: baseVersion } = order;
    act.mutate({ orderId, action: action.action, baseVersion, ...(reason && { reason }) });
  };

  return (
    <>
      <Button
        look={look}
        size="sm"
        busy={act.isPending && "One moment…"}
        onClick={() => (mustAsk ? setIsAsking(true) : run())}
      >
        {actionLabel(order, action)}
      </Button>
      <ConfirmActionDialog
        open={isAsking}
        order={order}
        action={action}
        onConfirm={run}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}

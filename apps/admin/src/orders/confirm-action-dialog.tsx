import type { PaymentState } from "@tuckshop/contracts/machines";
import type { AllowedAction, StaffOrder } from "@tuckshop/contracts/orders";
import { Button } from "@tuckshop/ui/button";
import { Dialog } from "@tuckshop/ui/dialog";
import { formatMoney } from "@tuckshop/ui/money";
import { TextField } from "@tuckshop/ui/text-field";
import { useId } from "react";
import { actionLabel } from "./action-label.ts";

type Props = {
  open: boolean;
  order: StaffOrder;
  action: AllowedAction;
  onConfirm: (reason?: string) => void;
  onClose: () => void;
};

/** Asks once before something that cannot be taken back, and says what happens to the money. */
export function ConfirmActionDialog({ open, order, action, onConfirm, onClose }: Props) {
  const formId = useId();
  const label = actionLabel(order, action);
  const buttons = (
    <>
      <Button look="outline" size="sm" onClick={onClose}>
        Leave it as it is
      </Button>
      <Button
        type="submit"
        form={formId}
        size="sm"
        look={action.danger ? "danger" : "counter"}
        // Red is a fill here and nowhere else.
        className={action.danger ? "bg-bad! text-on!" : undefined}
      >
        {label}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={`${label}?`} actions={buttons}>
      <p>{consequence(order, action)}</p>
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          const reason = new FormData(event.currentTarget).get("reason");
          onConfirm(typeof reason === "string" ? reason.trim() : undefined);
        }}
      >
        <TextField
          name="reason"
          label="Reason"
          optional
          maxLength={300}
          autoComplete="off"
          hint="Stays with the order, for whoever looks at it later."
        />
      </form>
    </Dialog>
  );
}

const moneyWords: Record<PaymentState, (amount: string) => string> = {
  created: (amount) => `Nothing was paid yet, so ${amount} will not be charged.`,
  open: (amount) => `Nothing was paid yet, so ${amount} will not be charged.`,
  captured: (amount) =>
    `${amount} goes back to the customer’s card. The bank takes a few days to show it.`,
  failed: (amount) => `The ${amount} was never paid, so nothing goes back.`,
  cancelled: (amount) => `The ${amount} was never paid, so nothing goes back.`,
  due: (amount) => `The ${amount} in cash was not paid yet and is then no longer due.`,
  collected: (amount) => `${amount} was paid in cash.`,
  waived: (amount) => `The ${amount} is no longer due.`,
  surplus: (amount) => `The ${amount} that came twice goes back by itself.`,
};

function consequence({ payment }: StaffOrder, { action }: AllowedAction): string {
  if (action === "fail_delivery") {
    return "The order comes back to the shop and waits to be sent out again. No money moves.";
  }
  return `The goods go back on the shelf. ${moneyWords[payment.state](formatMoney(payment.amount))} This cannot be undone.`;
}

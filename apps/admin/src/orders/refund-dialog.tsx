import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { RefundOrder } from "@tuckshop/contracts/refunds";
import { formatMoney } from "@tuckshop/ui/money";
import { TextField } from "@tuckshop/ui/text-field";
import { useId } from "react";
import { LineQuantities } from "./line-quantities.tsx";
import { ReasonedDialog } from "./reasoned-dialog.tsx";
import { useOrderChange } from "./use-order-change.ts";
import { useRefundWish, type RefundKind } from "./use-refund-wish.ts";

type Props = { order: StaffOrder; onClose: () => void };

/** All that is left, some of the goods, or an amount: the server says what that is, before anybody presses. */
export function RefundDialog({ order, onClose }: Props) {
  const wish = useRefundWish(order);
  const refund = useOrderChange(
    order.id,
    "refund",
    (client, input: RefundOrder, keyed) => client.staff.orders.refund.mutate(input, keyed),
    { done: "Refunded", onDone: onClose },
  );
  const send = (reason: string) => {
    const { id: orderId, version: baseVersion } = order;
    if (wish.refund) refund.run({ orderId, baseVersion, refund: wish.refund, reason });
  };
  return (
    <ReasonedDialog
      title="Refund"
      label={wish.amount ? `Refund ${formatMoney(wish.amount)}` : "Refund"}
      busy={refund.isPending && "Refunding…"}
      missing={wish.missing}
      failure={refund.failure}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{whereItGoes(order)}</p>
      <KindChoice order={order} kind={wish.kind} onChange={wish.setKind} />
      {wish.kind === "lines" && (
        <LineQuantities
          lines={order.lines.filter((line) => line.refundedQuantity < line.quantity)}
          most={(line) => line.quantity - line.refundedQuantity}
          hint={(line) => `${line.quantity - line.refundedQuantity} not refunded yet`}
          quantities={wish.quantities}
          onChange={wish.setQuantities}
        />
      )}
      {wish.kind === "amount" && (
        <TextField
          label="Amount"
          inputMode="decimal"
          autoComplete="off"
          hint={`${formatMoney(order.refundable)} at most`}
          value={wish.text}
          onChange={(event) => wish.setText(event.currentTarget.value)}
        />
      )}
    </ReasonedDialog>
  );
}

function whereItGoes({ payment, refundable }: StaffOrder): string {
  const left = `${formatMoney(refundable)} of what was paid is left to refund.`;
  return payment.method === "cash"
    ? `${left} Take it out of the drawer: the books do so at once.`
    : `${left} It goes back to the card. The bank takes a few days to show it.`;
}

const kinds: readonly { kind: RefundKind; label: (order: StaffOrder) => string }[] = [
  { kind: "rest", label: ({ refundable }) => `All that is left, ${formatMoney(refundable)}` },
  { kind: "lines", label: () => "Some of the goods" },
  { kind: "amount", label: () => "An amount" },
];

type ChoiceProps = { order: StaffOrder; kind: RefundKind; onChange: (kind: RefundKind) => void };

function KindChoice({ order, kind, onChange }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1.5 font-[650]">What goes back</legend>
      {kinds.map((each) => (
        <label
          key={each.kind}
          className="flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            className="size-4.5 accent-counter"
            checked={kind === each.kind}
            onChange={() => onChange(each.kind)}
          />
          {each.label(order)}
        </label>
      ))}
    </fieldset>
  );
}

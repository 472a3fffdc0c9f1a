import { useMutation } from "@tanstack/react-query";
import { trpc } from "@tuckshop/client/react";
import type { TrackedOrder, TrackOrder } from "@tuckshop/contracts/orders";
import type { RefundLine, RequestRefund as RequestRefundInput } from "@tuckshop/contracts/refunds";
import { Button } from "@tuckshop/ui/button";
import { Dialog } from "@tuckshop/ui/dialog";
import { SelectField } from "@tuckshop/ui/select-field";
import { TextAreaField } from "@tuckshop/ui/text-area-field";
import { useId, useState } from "react";
import { RefusalNote } from "../checkout/refusal-note.tsx";
import { sendIntent } from "../intent.ts";

type Props = { order: TrackedOrder; asked: TrackOrder };

/** Asks the shop for money back: for some things, or for all of it. The shop answers on this page. */
export function RequestRefund({ order, asked }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Something is wrong with it
      </Button>
      {open && <RequestDialog order={order} asked={asked} onClose={() => setOpen(false)} />}
    </>
  );
}

function RequestDialog({ order, asked, onClose }: Props & { onClose: () => void }) {
  const formId = useId();
  const [reason, setReason] = useState("");
  const [lines, setLines] = useState<readonly RefundLine[]>([]);
  const request = useRequestRefund(asked, onClose);
  const whyNot = reason.trim() === "" ? "Tell us in a few words what is wrong." : null;
  const send = () => {
    if (whyNot || request.isPending) return;
    request.mutate({
      reference: order.reference,
      reason: reason.trim(),
      ...(lines.length > 0 && { lines: [...lines] }),
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="What is wrong with it?"
      actions={
        <>
          <Button look="outline" onClick={onClose}>
            Never mind
          </Button>
          <Button type="submit" form={formId} busy={request.isPending && "Asking…"} whyNot={whyNot}>
            Ask for a refund
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextAreaField
          label="What happened"
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <fieldset className="grid gap-3">
          <legend className="mb-1.5 font-[650]">Which things</legend>
          <p className="text-small text-ink-2">Choose none if it is about the whole order.</p>
          {order.lines
            .filter((line) => line.refundedQuantity < line.quantity)
            .map((line) => (
              <PieceChoice key={line.variantId} line={line} lines={lines} onChange={setLines} />
            ))}
        </fieldset>
        <RefusalNote error={request.error} />
      </form>
    </Dialog>
  );
}

type ChoiceProps = {
  line: TrackedOrder["lines"][number];
  lines: readonly RefundLine[];
  onChange: (lines: readonly RefundLine[]) => void;
};

function PieceChoice({ line, lines, onChange }: ChoiceProps) {
  const { variantId, title, variantTitle } = line;
  const others = lines.filter((each) => each.variantId !== variantId);
  return (
    <SelectField
      label={[title, variantTitle].filter(Boolean).join(", ")}
      value={lines.find((each) => each.variantId === variantId)?.quantity ?? 0}
      onChange={(event) => {
        const quantity = Number(event.currentTarget.value);
        onChange(quantity > 0 ? [...others, { variantId, quantity }] : others);
      }}
    >
      {Array.from({ length: line.quantity - line.refundedQuantity + 1 }, (_, quantity) => (
        <option key={quantity} value={quantity}>
          {quantity === 0 ? "None" : quantity}
        </option>
      ))}
    </SelectField>
  );
}

function useRequestRefund(asked: TrackOrder, onDone: () => void) {
  const { client, order: cache } = trpc.useUtils();
  return useMutation({
    mutationFn: (input: RequestRefundInput) =>
      sendIntent(`order.requestRefund ${input.reference}`, (options) =>
        client.order.requestRefund.mutate(input, options),
      ),
    onSuccess: (order) => {
      cache.track.setData(asked, order);
      onDone();
    },
    onError: () => void cache.track.invalidate(), // it moved on by itself: show where it stands
  });
}

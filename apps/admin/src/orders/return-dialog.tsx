import type { VariantId } from "@tuckshop/contracts/ids";
import type { OrderLine, StaffOrder } from "@tuckshop/contracts/orders";
import type { ReturnOrder } from "@tuckshop/contracts/refunds";
import { SelectField } from "@tuckshop/ui/select-field";
import { useState } from "react";
import { articleOf, chosenLines, LineQuantities, type Quantities } from "./line-quantities.tsx";
import { ReasonedDialog } from "./reasoned-dialog.tsx";
import { useOrderChange } from "./use-order-change.ts";

type Disposition = ReturnOrder["lines"][number]["disposition"];

type Props = { order: StaffOrder; onClose: () => void };

/** Goods came back. Food goes into the bin unless somebody says otherwise, article by article. */
export function ReturnDialog({ order, onClose }: Props) {
  const [quantities, setQuantities] = useState<Quantities>({});
  const [places, setPlaces] = useState<Readonly<Record<VariantId, Disposition>>>({});
  const [refund, setRefund] = useState(true);
  const placeOf = ({ variantId }: { variantId: VariantId }) => places[variantId] ?? "waste";
  const lines = chosenLines(order.lines, quantities).map((line) => ({
    ...line,
    disposition: placeOf(line),
  }));
  const change = useOrderChange(
    order.id,
    "return",
    (client, input: ReturnOrder, keyed) => client.staff.orders.return.mutate(input, keyed),
    { done: "Taken back", onDone: onClose },
  );
  const send = (reason: string) => {
    const { id: orderId, version: baseVersion } = order;
    change.run({ orderId, baseVersion, lines, refund, reason });
  };
  return (
    <ReasonedDialog
      title="Take goods back"
      label={refund ? "Take back and refund" : "Take back"}
      busy={change.isPending && "Taking back…"}
      missing={lines.length === 0 ? "Choose at least one article." : null}
      failure={change.failure}
      onSubmit={send}
      onClose={onClose}
    >
      <LineQuantities
        lines={order.lines}
        most={(line) => line.quantity}
        hint={(line) => `${line.quantity} sold`}
        quantities={quantities}
        onChange={setQuantities}
        renderMore={(line) => (
          <WhereItGoes
            line={line}
            place={placeOf(line)}
            onChange={(place) => setPlaces({ ...places, [line.variantId]: place })}
          />
        )}
      />
      <label className="flex min-h-10 items-center gap-2.5 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={refund}
          onChange={(event) => setRefund(event.currentTarget.checked)}
          className="size-4.5 accent-counter"
        />
        Refund what was paid for them
      </label>
    </ReasonedDialog>
  );
}

type WhereProps = { line: OrderLine; place: Disposition; onChange: (place: Disposition) => void };

function WhereItGoes({ line, place, onChange }: WhereProps) {
  return (
    <SelectField
      label={`Where ${articleOf(line)} goes`}
      value={place}
      onChange={(event) => onChange(event.currentTarget.value === "restock" ? "restock" : "waste")}
    >
      <option value="waste">Into the bin</option>
      <option value="restock">Back on the shelf</option>
    </SelectField>
  );
}

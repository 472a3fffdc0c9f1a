import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { trpc } from "@tuckshop/client/react";
import { AdjustmentReason, type StockLevel } from "@tuckshop/contracts/stock";
import { SelectField } from "@tuckshop/ui/select-field";
import { TextField } from "@tuckshop/ui/text-field";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { DirectionChoice } from "./direction-choice.tsx";
import { StockForm } from "./stock-form.tsx";
import { stockFailure, useStockChange } from "./use-stock-change.ts";

/** People think in “three fewer”; the contract wants −3. */
const Adjustment = z.object({
  direction: z.enum(["fewer", "more"]),
  pieces: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  reason: AdjustmentReason,
  note: z.string().check(z.trim(), z.maxLength(300)),
});

const reasons: Record<AdjustmentReason, string> = {
  counted: "Counted the shelf",
  spoiled: "Spoiled or broken",
  gift: "Given away",
  correction: "Correcting a mistake",
};

type Props = { level: StockLevel; onClose: () => void };

/** The shelf and the book differ. */
export function AdjustForm({ level: { sku, onHand, reserved }, onClose }: Props) {
  const adjust = trpc.staff.stock.adjust.useMutation(useStockChange("adjust", sku, onClose));
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(Adjustment),
    defaultValues: { direction: "fewer", reason: "counted", note: "" },
  });
  const send = handleSubmit(({ direction, pieces, reason, note }) => {
    const change = direction === "fewer" ? -pieces : pieces;
    adjust.mutate({ sku, change, reason, ...(note && { note }) });
  });
  return (
    <StockForm
      submitLabel="Save the change"
      isPending={adjust.isPending}
      failure={stockFailure(adjust.error)}
      onSubmit={send}
      onClose={onClose}
    >
      <DirectionChoice {...register("direction")} />
      <TextField
        label="How many"
        type="number"
        inputMode="numeric"
        min={1}
        hint={`${onHand} on hand now, ${reserved} of them held for customers`}
        error={formState.errors.pieces && "Write a whole number, 1 or more."}
        {...register("pieces", { valueAsNumber: true })}
      />
      <SelectField label="Why" {...register("reason")}>
        {AdjustmentReason.options.map((reason) => (
          <option key={reason} value={reason}>
            {reasons[reason]}
          </option>
        ))}
      </SelectField>
      <TextField label="Note" optional maxLength={300} autoComplete="off" {...register("note")} />
    </StockForm>
  );
}

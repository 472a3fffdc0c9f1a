import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { trpc } from "@tuckshop/client/react";
import { ReceiveStock, type StockLevel } from "@tuckshop/contracts/stock";
import { TextField } from "@tuckshop/ui/text-field";
import { useForm } from "react-hook-form";
import { StockForm } from "./stock-form.tsx";
import { stockFailure, useStockChange } from "./use-stock-change.ts";

type Props = { level: StockLevel; onClose: () => void };

/** Goods have come in. */
export function ReceiveForm({ level, onClose }: Props) {
  const receive = trpc.staff.stock.receive.useMutation(
    useStockChange("receive", level.sku, onClose),
  );
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(ReceiveStock),
    defaultValues: { sku: level.sku, reason: "" },
  });
  const { errors } = formState;
  return (
    <StockForm
      submitLabel="Add to stock"
      isPending={receive.isPending}
      failure={stockFailure(receive.error)}
      onSubmit={handleSubmit((input) => receive.mutate(input))}
      onClose={onClose}
    >
      <TextField
        label="How many came in"
        type="number"
        inputMode="numeric"
        min={1}
        hint={`${level.onHand} on hand now`}
        error={errors.quantity && "Write a whole number, 1 or more."}
        {...register("quantity", { valueAsNumber: true })}
      />
      <TextField
        label="From where"
        autoComplete="off"
        placeholder="Bill or supplier"
        error={errors.reason && "Write where they came from, in a few words."}
        {...register("reason")}
      />
    </StockForm>
  );
}

import type { StockLevel } from "@tuckshop/contracts/stock";
import { Chip } from "@tuckshop/ui/chip";

/** Which counter of the shop it belongs to, in that counter’s colour. */
export function CounterChip({ category }: Pick<StockLevel, "category">) {
  return (
    <span data-hue={category.hue} className="shrink-0 whitespace-nowrap">
      <Chip tone="counter">{category.name}</Chip>
    </span>
  );
}

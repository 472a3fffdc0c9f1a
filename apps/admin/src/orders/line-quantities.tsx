import type { VariantId } from "@tuckshop/contracts/ids";
import type { OrderLine } from "@tuckshop/contracts/orders";
import type { RefundLine } from "@tuckshop/contracts/refunds";
import { SelectField } from "@tuckshop/ui/select-field";
import type { ReactNode } from "react";

export type Quantities = Readonly<Record<VariantId, number>>;

/** The lines of which some were chosen. */
export const chosenLines = (lines: readonly OrderLine[], quantities: Quantities): RefundLine[] =>
  lines.flatMap(({ variantId }) => {
    const quantity = quantities[variantId] ?? 0;
    return quantity > 0 ? [{ variantId, quantity }] : [];
  });

export const articleOf = ({ title, variantTitle }: OrderLine): string =>
  [title, variantTitle].filter(Boolean).join(", ");

type Props = {
  lines: readonly OrderLine[];
  /** How many of a line can be chosen at most. */
  most: (line: OrderLine) => number;
  hint: (line: OrderLine) => string;
  quantities: Quantities;
  onChange: (quantities: Quantities) => void;
  /** What else is to be said about a line of which some were chosen. */
  renderMore?: (line: OrderLine) => ReactNode;
};

/** How many of each article. */
export function LineQuantities({ lines, most, hint, quantities, onChange, renderMore }: Props) {
  return (
    <div className="grid gap-3">
      {lines.map((line) => (
        <div key={line.variantId} className="grid gap-2">
          <SelectField
            label={articleOf(line)}
            hint={hint(line)}
            value={quantities[line.variantId] ?? 0}
            onChange={(event) =>
              onChange({ ...quantities, [line.variantId]: Number(event.currentTarget.value) })
            }
          >
            {Array.from({ length: most(line) + 1 }, (_, quantity) => (
              <option key={quantity} value={quantity}>
                {quantity === 0 ? "None" : quantity}
              </option>
            ))}
          </SelectField>
          {(quantities[line.variantId] ?? 0) > 0 && renderMore?.(line)}
        </div>
      ))}
    </div>
  );
}

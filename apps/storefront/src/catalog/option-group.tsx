import type { Product, Variant } from "@tuckshop/contracts/catalog";
import { clsx } from "clsx";
import { valuesOf, variantWith } from "./variant-choice.ts";

type Props = {
  product: Product;
  current: Variant;
  option: number;
  onChoose: (variant: Variant) => void;
};

/** One option as radio buttons. What is sold out can still be chosen, and says so. */
export function OptionGroup({ product, current, option, onChoose }: Props) {
  const name = product.optionNames[option] ?? "Option";
  return (
    <fieldset>
      <legend className="pb-2 font-[650]">
        {name}: <span className="font-normal text-ink-2">{current.optionValues[option]}</span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {valuesOf(product, option).map((value) => {
          const leadsTo = variantWith(product, current, option, value);
          const out = leadsTo?.availability.state === "out";
          return (
            <label
              key={value}
              className={clsx(
                "inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full px-4 inset-ring-[1.5px] inset-ring-line-strong has-checked:bg-counter-wash has-checked:font-[650] has-checked:text-counter has-checked:inset-ring-[2.5px] has-checked:inset-ring-counter has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
                out && "text-ink-3",
              )}
            >
              <input
                type="radio"
                name={name}
                value={value}
                className="sr-only"
                checked={current.optionValues[option] === value}
                onChange={() => leadsTo && onChoose(leadsTo)}
              />
              <span className={clsx(out && "line-through")}>{value}</span>
              {out && <span className="text-micro">sold out</span>}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

import { quantityMax } from "@tuckshop/contracts/bag";
import { Minus, Plus } from "lucide-react";

type Props = {
  /** Of what, for people who hear the buttons only. */
  name: string;
  quantity: number;
  onChange: (quantity: number) => void;
};

const button =
  "grid size-11 place-items-center rounded-full hover:bg-wash active:scale-95 transition-transform duration-120";

/** Never disabled while a write is under way: five presses mean five more. */
export function Stepper({ name, quantity, onChange }: Props) {
  const change = (wanted: number) => onChange(Math.min(Math.max(wanted, 0), quantityMax));
  return (
    <fieldset
      aria-label={`Quantity of ${name}`}
      className="inline-flex items-center rounded-full inset-ring-[1.5px] inset-ring-line-strong"
    >
      <button
        type="button"
        className={button}
        aria-label={quantity === 1 ? `Remove ${name}` : `One ${name} fewer`}
        onClick={() => change(quantity - 1)}
      >
        <Minus aria-hidden="true" className="size-4" />
      </button>
      <input
        aria-label={`${name}, how many`}
        inputMode="numeric"
        className="w-8 rounded-input bg-transparent text-center font-[650] tabular-nums"
        value={quantity}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          const typed = Number.parseInt(event.currentTarget.value, 10);
          if (Number.isSafeInteger(typed) && typed > 0) change(typed);
        }}
      />
      <button
        type="button"
        className={button}
        aria-label={`One ${name} more`}
        onClick={() => change(quantity + 1)}
      >
        <Plus aria-hidden="true" className="size-4" />
      </button>
    </fieldset>
  );
}

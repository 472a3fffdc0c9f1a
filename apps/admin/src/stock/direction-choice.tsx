import type { UseFormRegisterReturn } from "react-hook-form";

const choices = [
  { value: "fewer", label: "Fewer" },
  { value: "more", label: "More" },
];

/** Two radio buttons in one frame: a minus sign is easily missed, and many phone keyboards have none. */
export function DirectionChoice(radio: UseFormRegisterReturn) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-[650]">On the shelf there are</legend>
      <div className="grid grid-cols-2 gap-1 rounded-[8px] bg-wash p-1">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="grid min-h-10 cursor-pointer place-items-center rounded-[6px] px-2 text-center text-small font-[600] text-ink-2 has-checked:bg-card has-checked:text-ink has-checked:ring-[1.5px] has-checked:ring-line-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input {...radio} type="radio" value={value} className="sr-only" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

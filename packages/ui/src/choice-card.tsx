import { useId, type ComponentProps, type ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "title"> & {
  title: string;
  detail: ReactNode;
  /** At the right edge: a price, a fee. */
  aside?: ReactNode;
};

/** A radio button as large as the decision. Put several in a `<fieldset>` with one `name`. */
export function ChoiceCard({ title, detail, aside, ...input }: Props) {
  const titleId = useId();
  const detailId = useId();
  return (
    <label className="grid cursor-pointer grid-cols-[22px_1fr_auto] items-center gap-3 rounded-card p-4 inset-ring-[1.5px] inset-ring-line-strong transition-[background-color,box-shadow] duration-120 ease-out has-checked:bg-card has-checked:inset-ring-[2.5px] has-checked:inset-ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input
        {...input}
        type="radio"
        aria-labelledby={titleId}
        aria-describedby={detailId}
        className="size-5 appearance-none rounded-full inset-ring-2 inset-ring-line-strong outline-none checked:inset-ring-6 checked:inset-ring-ink"
      />
      <span>
        <span id={titleId} className="block font-[650]">
          {title}
        </span>
        <span id={detailId} className="block text-small text-ink-2">
          {detail}
        </span>
      </span>
      {aside && <span className="tabular-nums">{aside}</span>}
    </label>
  );
}

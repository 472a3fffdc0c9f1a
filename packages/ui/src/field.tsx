import { useId, type ReactNode } from "react";
import { clsx } from "clsx";

/** What ties a control to its label, hint and error: spread it on the control. */
export type FieldControl = {
  id: string;
  className: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type Props = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Marks a field that may stay empty; all others are needed. */
  optional?: boolean | undefined;
  className?: string | undefined;
  children: (control: FieldControl) => ReactNode;
};

export function Field({ label, hint, error, optional, className, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = clsx(hint && hintId, error && errorId);
  return (
    <div className={clsx("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-[650]">
        {label}
        {optional && <span className="font-normal text-ink-2"> (optional)</span>}
      </label>
      {hint && (
        <p id={hintId} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      {children({
        id,
        className: controlClass(Boolean(error)),
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && (
        <p id={errorId} className="text-small font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

function controlClass(wrong: boolean): string {
  return clsx(
    "min-h-12 w-full rounded-input bg-card px-3.5 text-ink inset-ring-[1.5px] placeholder:text-ink-3",
    wrong ? "inset-ring-bad" : "inset-ring-line-strong",
  );
}

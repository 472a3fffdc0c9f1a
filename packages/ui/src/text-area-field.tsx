import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Field } from "./field.tsx";

type Props = ComponentProps<"textarea"> & {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
};

export function TextAreaField(props: Props) {
  const { label, hint, error, optional, className, ...area } = props;
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(control) => (
        <textarea rows={3} {...area} {...control} className={clsx(control.className, "py-3")} />
      )}
    </Field>
  );
}

import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Field } from "./field.tsx";

type Props = ComponentProps<"input"> & {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** Of the input; `className` is of the whole field. */
  inputClassName?: string | undefined;
};

/** One line of text with its label. Takes `register("name")` of a form as it is. */
export function TextField(props: Props) {
  const { label, hint, error, optional, className, inputClassName, ...input } = props;
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(control) => (
        <input
          type="text"
          {...input}
          {...control}
          className={clsx(control.className, inputClassName)}
        />
      )}
    </Field>
  );
}

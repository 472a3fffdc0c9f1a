import type { ComponentProps, ReactNode } from "react";
import { Field } from "./field.tsx";

type Props = ComponentProps<"select"> & {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
};

/** The platform's own select: it works with every thumb, keyboard and screen reader. */
export function SelectField(props: Props) {
  const { label, hint, error, optional, className, ...select } = props;
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(control) => <select {...select} {...control} />}
    </Field>
  );
}

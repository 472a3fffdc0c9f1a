import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** A sheet of paper on the paper. Give it an `aria-label` to make it a landmark. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section {...rest} className={clsx("rounded-card bg-card p-5 ring-1 ring-line", className)} />
  );
}

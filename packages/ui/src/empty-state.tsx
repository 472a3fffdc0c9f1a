import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; action?: ReactNode; picture?: ReactNode };

/** Nothing here, and what to do next. */
export function EmptyState({ title, children, action, picture }: Props) {
  return (
    <div className="grid justify-items-start gap-3 rounded-tile bg-wash p-6 sm:p-8">
      {picture}
      <h2>{title}</h2>
      {children && <div className="max-w-[34rem] text-ink-2">{children}</div>}
      {action}
    </div>
  );
}

import type { ReactNode } from "react";
import { Button } from "./button.tsx";

type Props = {
  title: string;
  /** Whether money or an order is affected. */
  children?: ReactNode;
  onRetry?: (() => void) | undefined;
  /** Instead of trying again. */
  action?: ReactNode;
};

/** What went wrong, what it means, one way on. */
export function ErrorState({ title, children, onRetry, action }: Props) {
  return (
    <div
      role="alert"
      className="grid justify-items-start gap-3 rounded-tile bg-bad-wash p-6 sm:p-8"
    >
      <h2>{title}</h2>
      {children && <div className="max-w-[34rem] text-ink-2">{children}</div>}
      {onRetry ? <Button onClick={onRetry}>Try again</Button> : action}
    </div>
  );
}

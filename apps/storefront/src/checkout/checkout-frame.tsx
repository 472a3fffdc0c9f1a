import { clsx } from "clsx";
import type { ReactNode } from "react";

const steps = ["How", "Who", "Pay"] as const;

type Props = { step: 1 | 2 | 3; title: string; receipt?: ReactNode; children: ReactNode };

/** One step of three, the receipt beside it on wide screens and below it on narrow ones. */
export function CheckoutFrame({ step, title, receipt, children }: Props) {
  return (
    <div data-hue="ink" className="grid gap-6">
      <ol aria-label="Checkout" className="flex gap-2 text-small">
        {steps.map((word, index) => {
          const number = index + 1;
          return (
            <li
              key={word}
              aria-current={number === step ? "step" : undefined}
              className={clsx(
                "flex-1 border-t-3 pt-2 sm:max-w-44",
                number <= step ? "border-ink font-[650]" : "border-line text-ink-2",
              )}
            >
              {number}. {word}
              {number < step && <span className="sr-only">, done</span>}
            </li>
          );
        })}
      </ol>
      <div className="grid items-start gap-8 lg:grid-cols-[1.3fr_0.9fr]">
        <div className="grid gap-6">
          <h1>{title}</h1>
          {children}
        </div>
        {receipt && <div className="lg:sticky lg:top-6">{receipt}</div>}
      </div>
    </div>
  );
}

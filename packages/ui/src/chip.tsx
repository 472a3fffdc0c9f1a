import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Tone = "plain" | "counter" | "ok" | "warn" | "bad";

const tones: Record<Tone, string> = {
  plain: "bg-wash text-ink-2",
  counter: "bg-counter-wash text-counter",
  ok: "bg-ok-wash text-ok",
  warn: "bg-warn-wash text-warn",
  bad: "bg-bad-wash text-bad",
};

/** A short fact in a pill. The words carry the meaning; the colour repeats it. */
export function Chip({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        "inline-flex min-h-7 items-center gap-1.5 rounded-full px-2.5 text-[0.8125rem] leading-tight font-semibold tabular-nums",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

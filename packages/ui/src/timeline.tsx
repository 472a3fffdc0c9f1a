import type { ReactNode } from "react";
import { Time, type TimeStyle } from "./time.tsx";

export type TimelineStep = {
  key: string;
  title: string;
  detail?: ReactNode;
  /** When it happened, or in words when it should: “about 7 pm”. */
  at?: string | null;
  expected?: string;
  /** `stopped`: it ended here, and not well. */
  status: "done" | "now" | "next" | "stopped";
};

const spoken: Record<TimelineStep["status"], string> = {
  done: "done",
  now: "happening now",
  next: "still to come",
  stopped: "ended here",
};

type Props = { label: string; steps: readonly TimelineStep[]; timeShow?: TimeStyle | "moment" };

/** What happened and what will, in order. */
export function Timeline({ label, steps, timeShow = "moment" }: Props) {
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          data-status={step.status}
          aria-current={step.status === "now" ? "step" : undefined}
        >
          <div className="min-w-0">
            <p className="text-h3 font-[650]">
              {step.title}
              <span className="sr-only">, {spoken[step.status]}</span>
            </p>
            {step.detail && <p className="text-small text-ink-2">{step.detail}</p>}
          </div>
          <p className="pt-1 text-right text-micro text-ink-2">
            {step.at ? <Time at={step.at} show={timeShow} /> : step.expected}
          </p>
        </li>
      ))}
    </ol>
  );
}

import type { World } from "../world.ts";
import { findingOf, type Finding } from "./finding.ts";

export type Figures = {
  purchases: number;
  requests: number;
  /** Told to come again, or without any answer. */
  troubled: number;
  endedByThemselves: number;
};

export const figuresOf = ({ record, shop }: World): Figures => ({
  purchases: record.orders.size,
  requests: record.requests.total(),
  troubled: record.troubled(),
  endedByThemselves: shop.fleet.endings.of("by itself"),
});

/** By how much each has grown. */
export const growth = (before: Figures, after: Figures): Figures => ({
  purchases: after.purchases - before.purchases,
  requests: after.requests - before.requests,
  troubled: after.troubled - before.troubled,
  endedByThemselves: after.endedByThemselves - before.endedByThemselves,
});

/** What people and processes met since the last look. */
export function judgeAnswers({ record }: World, grown: Figures, isCalm: boolean): Finding[] {
  const calm = times("come again", isCalm ? grown.troubled : 0);
  const ended = times("ended", grown.endedByThemselves);
  const { faults, unanswered } = record.drain();
  return [
    ...findingOf(
      "answers",
      "nobody-fails",
      "Whoever acts meets no fault: a 5xx is a 503, come again.",
      faults,
    ),
    ...findingOf("answers", "everybody-is-answered", "A repeated intent is answered.", unanswered),
    ...findingOf("answers", "calm-is-calm", "Without faults nobody has to come again.", calm),
    ...findingOf("process", "process-lives", "No server or worker ends by itself.", ended),
  ];
}

const times = (name: string, count: number): string[] => Array.from({ length: count }, () => name);

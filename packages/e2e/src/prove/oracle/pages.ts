import type { World } from "../world.ts";
import { findingOf, type Finding } from "./finding.ts";

/** A payment page too many is money that may be taken twice. */
export function judgePages({ shop }: World): Finding[] {
  const counts = new Map<string, number>();
  const open: string[] = [];
  for (const { id, status, metadata } of shop.simulator.pages()) {
    const payment = metadata?.["payment_id"] ?? "none";
    counts.set(payment, (counts.get(payment) ?? 0) + 1);
    if (status === "open") open.push(id);
  }
  return [
    ...findingOf(
      "charges",
      "one-page-a-payment",
      "However often a payment is opened, the provider makes one page for it.",
      [...counts].filter(([, count]) => count > 1),
    ),
    ...findingOf("charges", "no-page-left", "At rest nobody can pay any more.", open),
  ];
}

import type { RefundState } from "@tuckshop/contracts/machines";
import type { StaffOrder } from "@tuckshop/contracts/orders";
import { Card } from "@tuckshop/ui/card";
import { Chip, type Tone } from "@tuckshop/ui/chip";
import { Money } from "@tuckshop/ui/money";

const badges: Record<RefundState, { tone: Tone; word: string }> = {
  requested: { tone: "warn", word: "Asked for" },
  sent: { tone: "warn", word: "On its way" },
  succeeded: { tone: "ok", word: "Paid back" },
  failed: { tone: "bad", word: "Failed" },
};

/** Money that goes back, each with its reason. */
export function OrderRefunds({ refunds }: Pick<StaffOrder, "refunds">) {
  if (refunds.length === 0) return null;
  return (
    <Card aria-label="Refunds" className="grid gap-3 p-4!">
      <h2>Refunds</h2>
      <ul className="grid gap-3 text-small">
        {refunds.map(({ state, amount, reason }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- refunds are only ever appended
          <li key={index} className="grid gap-1">
            <span className="flex items-center justify-between gap-3">
              <Money value={amount} className="font-[650]" />
              <Chip tone={badges[state].tone}>{badges[state].word}</Chip>
            </span>
            <span className="text-ink-2">{reason}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

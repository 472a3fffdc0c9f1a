import type { RefundRequestState } from "@tuckshop/contracts/machines";
import type { TrackedOrder } from "@tuckshop/contracts/orders";
import { Card } from "@tuckshop/ui/card";
import { Chip, type Tone } from "@tuckshop/ui/chip";

const words: Record<RefundRequestState, { tone: Tone; word: string; detail: string }> = {
  asked: { tone: "warn", word: "Asked", detail: "We look at it, and answer here." },
  approved: { tone: "ok", word: "Approved", detail: "It goes back the way you paid." },
  declined: { tone: "bad", word: "Declined", detail: "" },
};

/** What became of what the buyer asked back. */
export function RefundRequestCard({ request }: { request: TrackedOrder["refundRequest"] }) {
  if (!request) return null;
  const { tone, word, detail } = words[request.state];
  return (
    <Card aria-label="You asked for a refund" className="grid gap-2">
      <p className="flex flex-wrap items-center justify-between gap-2 font-[650]">
        You asked for a refund
        <Chip tone={tone}>{word}</Chip>
      </p>
      <p className="text-ink-2">“{request.reason}”</p>
      <p>{request.answer ?? detail}</p>
    </Card>
  );
}

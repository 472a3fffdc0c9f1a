import { Link } from "@tanstack/react-router";
import { announce } from "@tuckshop/ui/announcer";
import { Button, buttonClass } from "@tuckshop/ui/button";
import { ErrorState } from "@tuckshop/ui/error-state";
import { formatMoney } from "@tuckshop/ui/money";
import { useEffect } from "react";
import { useIsOnline } from "../online.ts";
import { useTitle } from "../use-title.ts";
import { adjustmentWords } from "./adjustment-words.ts";
import { BagLines } from "./bag-lines.tsx";
import { BagReceipt } from "./bag-receipt.tsx";
import { BagSkeleton } from "./bag-skeleton.tsx";
import { EmptyBag } from "./empty-bag.tsx";
import { useBag } from "./use-bag.ts";
import { useRemovedLine } from "./use-removed-line.ts";

export function BagPage() {
  useTitle("Your bag");
  const bag = useBag();
  const [removed, setRemoved] = useRemovedLine();
  const said = bag.adjustments.map(adjustmentWords).join(" ");
  useEffect(() => {
    if (said) announce(said);
  }, [said]);

  if (bag.error && bag.lines.length === 0) {
    return (
      <ErrorState title="We can’t look into your bag just now" onRetry={bag.retry}>
        Nothing is lost: what you put in is kept, here and in the shop.
      </ErrorState>
    );
  }
  if (bag.isPending && bag.lines.length === 0) return <BagSkeleton />;
  if (bag.lines.length === 0 && bag.sync === "settled" && !removed) return <EmptyBag />;
  return (
    <>
      <h1 className="pb-6">Your bag</h1>
      <div className="grid items-start gap-8 lg:grid-cols-[1.3fr_0.9fr]">
        <div className="grid gap-4">
          <BagTrouble bag={bag} />
          <BagLines bag={bag} removed={removed} onRemoved={setRemoved} />
          <p>
            <Link to="/">Keep looking around</Link>
          </p>
        </div>
        {bag.lines.length > 0 && (
          <BagReceipt title="So far" bag={bag}>
            <CheckOut bag={bag} />
          </BagReceipt>
        )}
      </div>
    </>
  );
}

type BagProps = { bag: ReturnType<typeof useBag> };

function BagTrouble({ bag }: BagProps) {
  const online = useIsOnline();
  if (bag.refusal) {
    return (
      <p role="alert" className="rounded-card bg-bad-wash px-4 py-3 text-bad">
        {bag.refusal} Your bag is as it was before that.
      </p>
    );
  }
  if (online && bag.sync !== "stuck") return null;
  return (
    <output className="block rounded-card bg-warn-wash px-4 py-3 text-warn">
      {online
        ? "We can’t reach the shop just now. Your changes are kept and sent again by themselves."
        : "You’re offline. Your bag is saved on this device."}
    </output>
  );
}

function CheckOut({ bag: { settled, sync } }: BagProps) {
  return (
    <>
      <p className="pb-4 text-small text-ink-2">
        Prices include tax. Delivery depends on your pincode, and is the next thing we ask; picking
        up costs nothing.
      </p>
      {sync === "stuck" ? (
        <Button
          className="w-full"
          whyNot="We can’t reach the shop just now, so we can’t hold your things."
        >
          Check out
        </Button>
      ) : (
        <Link to="/checkout" className={`${buttonClass("ink")} w-full`}>
          Check out{settled && ` · ${formatMoney(settled.subtotal)}`}
        </Link>
      )}
    </>
  );
}

import type { Checkout, Fulfilment } from "@tuckshop/contracts/checkout";
import { announce } from "@tuckshop/ui/announcer";
import { Button } from "@tuckshop/ui/button";
import { formatTime, ShopTimeZone, Time } from "@tuckshop/ui/time";
import { useContext, useEffect } from "react";
import { useShop } from "../use-shop.ts";
import { aboutMinutes, minutesAndSeconds } from "./hold-clock.ts";
import { RefusalNote } from "./refusal-note.tsx";
import { useExtendHold } from "./use-extend-hold.ts";
import { useHold } from "./use-hold.ts";
import { useStartCheckout } from "./use-start-checkout.ts";

const warnMs = 120_000;

type Props = { checkout: Checkout; receivedAt: number; onHeldAgain: (checkout: Checkout) => void };

/** Until when the goods are set aside, in clock time first; and one press for more time. */
export function HoldBar({ checkout, receivedAt, onHeldAgain }: Props) {
  const left = useHold(checkout, receivedAt);
  const start = useStartCheckout();
  const timeZone = useContext(ShopTimeZone);
  const ending = left <= warnMs;
  const over = left === 0;
  useEffect(() => {
    if (over) announce("Your things are no longer held. Nothing was charged.");
    else if (ending) announce("Your things are held for two more minutes.");
  }, [ending, over]);

  const extend = useExtendHold();
  const again = () =>
    over
      ? start.mutate(fulfilmentOf(checkout), { onSuccess: onHeldAgain })
      : extend.mutate(checkout.id);
  const until = formatTime(checkout.holdExpiresAt, timeZone, "clock");
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card bg-wash px-4 py-3">
        <HoldRing left={left} />
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-[650]">
            {over ? (
              `The hold ended at ${until}`
            ) : (
              <>
                Held for you until <Time at={checkout.holdExpiresAt} show="clock" />
              </>
            )}
          </p>
          <HoldDetail left={left} />
        </div>
        {(over || (ending && checkout.extensionsLeft > 0)) && (
          <Button
            look="outline"
            size="sm"
            busy={(start.isPending || extend.isPending) && "Holding…"}
            onClick={again}
          >
            {over ? "Hold them again" : "Need more time"}
          </Button>
        )}
      </div>
      {ending && !over && checkout.extensionsLeft === 0 && (
        <output className="block text-small text-ink-2">
          This hold can’t be made longer. When it ends, one press holds your things again.
        </output>
      )}
      <RefusalNote error={start.error ?? extend.error} />
    </div>
  );
}

function HoldDetail({ left }: { left: number }) {
  if (left === 0) {
    return (
      <p className="text-small text-ink-2">
        Your things are back on the shelf. Nothing was charged; what you typed is kept.
      </p>
    );
  }
  return (
    <p role="timer" className="text-small text-ink-2">
      <span aria-hidden="true" className="tabular-nums">
        They are yours for {minutesAndSeconds(left)}
      </span>
      <span className="sr-only">They are yours for {aboutMinutes(left)}</span>
    </p>
  );
}

const circumference = 94.25;

function HoldRing({ left }: { left: number }) {
  const holdMs = (useShop()?.holdMinutes ?? 15) * 60_000;
  const share = Math.min(1, left / holdMs);
  return (
    <svg width="36" height="36" viewBox="0 0 36 36" aria-hidden="true" fill="none" strokeWidth="4">
      <circle cx="18" cy="18" r="15" stroke="var(--line)" />
      <circle
        cx="18"
        cy="18"
        r="15"
        stroke={left <= warnMs ? "var(--warn)" : "var(--ink)"}
        strokeLinecap="round"
        strokeDasharray={`${share * circumference} ${circumference}`}
        opacity={share === 0 ? 0 : 1}
        transform="rotate(-90 18 18)"
      />
    </svg>
  );
}

function fulfilmentOf({ fulfilment: { method, pincode } }: Checkout): Fulfilment {
  return method === "delivery" && pincode !== null ? { method, pincode } : { method: "pickup" };
}

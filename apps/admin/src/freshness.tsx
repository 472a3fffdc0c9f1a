import { ShopTimeZone, formatTime } from "@tuckshop/ui/time";
import { clsx } from "clsx";
import { useContext } from "react";

type Props = { updatedAt: number; unreachable: boolean };

/** How old the numbers on the screen are, so that nobody trusts old ones unknowingly. */
export function Freshness({ updatedAt, unreachable }: Props) {
  const timeZone = useContext(ShopTimeZone);
  if (updatedAt === 0 && !unreachable) return null;
  const clock = updatedAt > 0 ? formatTime(updatedAt, timeZone, "clock") : null;
  return (
    <p className="flex items-center gap-2 text-small text-ink-2 tabular-nums">
      <span
        aria-hidden="true"
        className={clsx("size-2 shrink-0 rounded-full", unreachable ? "bg-bad" : "bg-ok")}
      />
      {unreachable ? <>Not reachable{clock && `, showing ${clock}`}</> : `Up to date, ${clock}`}
    </p>
  );
}

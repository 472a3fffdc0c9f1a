import { Link } from "@tanstack/react-router";
import { useBag } from "./use-bag.ts";

export function BagPill() {
  const { itemCount } = useBag();
  return (
    <Link
      to="/bag"
      aria-label={`Bag, ${itemCount === 1 ? "1 item" : `${itemCount} items`}`}
      className="inline-flex min-h-11 items-center gap-2 rounded-full bg-ink px-4 font-[650] whitespace-nowrap text-paper"
    >
      Bag
      <span
        // A new key replays the small bump, so that the eye catches the change.
        key={itemCount}
        className="min-w-[1ch] text-center tabular-nums [animation:bag-bump_200ms_var(--ease-out)]"
      >
        {itemCount}
      </span>
    </Link>
  );
}

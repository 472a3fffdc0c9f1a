import { Link } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { Freshness } from "./freshness.tsx";
import { useNavItems } from "./nav-items.ts";
import { WhoAmI } from "./session/who-am-i.tsx";

/** The navigation of a wide screen, on wash. */
export function Rail({ shopName }: { shopName: string }) {
  const today = trpc.staff.today.get.useQuery(undefined, { refetchInterval: 30_000 });
  const toPack = today.data?.toPack ?? 0;
  return (
    <header className="hidden bg-wash md:block">
      <div className="sticky top-0 flex h-dvh flex-col gap-6 overflow-y-auto px-3 py-4">
        <span className="px-2.5 pt-1.5 font-display text-[1.35rem] leading-tight tracking-[-0.03em]">
          {shopName}
        </span>
        <nav aria-label="Main" className="grid gap-0.5">
          {useNavItems().map(({ link, label }) => (
            <Link
              key={label}
              {...link}
              className="flex min-h-10 items-center justify-between rounded-[8px] px-2.5 font-[550] text-ink-2 no-underline transition-colors duration-120 hover:text-ink aria-[current]:bg-card aria-[current]:text-ink aria-[current]:ring-1 aria-[current]:ring-line"
            >
              {label}
              {label === "Orders" && toPack > 0 && (
                <span className="text-small tabular-nums">{toPack} to pack</span>
              )}
            </Link>
          ))}
        </nav>
        <div className="mt-auto grid gap-3 px-2.5">
          <Freshness
            updatedAt={today.dataUpdatedAt}
            unreachable={today.isError || today.isPaused}
          />
          <WhoAmI />
        </div>
      </div>
    </header>
  );
}

import { Link } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { BagPill } from "./bag/bag-pill.tsx";
import { useCurrentCounter } from "./use-current-counter.ts";
import { useShop } from "./use-shop.ts";

export function Header() {
  return (
    <header className="gutter mx-auto grid max-w-[72rem] grid-cols-[1fr_auto] items-center gap-x-5 md:grid-cols-[auto_1fr_auto]">
      <Link
        to="/"
        className="flex min-h-17 items-center font-display text-[1.35rem] leading-tight font-extrabold tracking-[-0.03em]"
      >
        {useShop()?.name ?? "Tuckshop"}
      </Link>
      <CounterNav />
      <BagPill />
    </header>
  );
}

/** Below the name on a phone, where it scrolls by itself; in the same row from there on. */
function CounterNav() {
  const categories = trpc.catalog.categories.useQuery();
  const current = useCurrentCounter();
  return (
    <nav
      aria-label="Counters"
      className="order-last col-span-full -mx-3 flex min-h-11 gap-1 overflow-x-auto md:order-none md:col-span-1 md:mx-0"
    >
      {categories.data?.map((category) => (
        <Link
          key={category.slug}
          to="/c/$slug"
          params={{ slug: category.slug }}
          data-hue={category.hue}
          aria-current={current?.slug === category.slug ? "true" : undefined}
          className="inline-flex min-h-11 items-center rounded-full px-3 font-semibold whitespace-nowrap hover:bg-counter-wash hover:text-counter aria-[current]:bg-counter-wash aria-[current]:text-counter"
        >
          {category.name}
        </Link>
      ))}
    </nav>
  );
}

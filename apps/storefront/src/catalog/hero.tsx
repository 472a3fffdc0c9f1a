import type { ProductCard } from "@tuckshop/contracts/catalog";
import type { Shop } from "@tuckshop/contracts/shop";
import { buttonClass } from "@tuckshop/ui/button";
import { Chip } from "@tuckshop/ui/chip";
import { deliveryWords } from "./delivery-words.ts";
import { headline, todaysPicks } from "./headline.ts";
import { StillLife } from "./still-life.tsx";

export function Hero({ shop, fresh }: { shop: Shop; fresh: readonly ProductCard[] }) {
  const picks = todaysPicks(fresh);
  return (
    <section className="grid items-center gap-8 pt-6 pb-8 grid-cols-[minmax(0,1fr)] min-[860px]:grid-cols-[minmax(0,1.15fr)_minmax(0,0.85fr)] min-[860px]:gap-10 min-[860px]:pt-12 min-[860px]:pb-14">
      <div className="grid gap-4.5">
        <p className="flex flex-wrap items-center gap-3 text-small">
          <Chip tone="ok">{shop.hours}</Chip>
          <span className="text-ink-2">{deliveryWords(shop)}</span>
        </p>
        <h1 className="text-display">{headline(picks) ?? `${shop.name} is restocking.`}</h1>
        <p className="max-w-[34rem] text-ink-2">
          Everything on our counters is on the shelf as you read this. We walk it over, or you pick
          it up.
        </p>
        <p className="flex flex-wrap gap-3">
          <a href="#fresh" className={buttonClass("ink")}>
            See what’s fresh today
          </a>
        </p>
      </div>
      <StillLife products={picks} />
    </section>
  );
}

import { trpc } from "@tuckshop/client/react";
import type { Product } from "@tuckshop/contracts/catalog";
import { ProductGrid } from "./product-grid.tsx";

/** A thing or two from the other counters. Nice to have: when it fails, nothing is missing. */
export function GoesWith({ product }: { product: Product }) {
  const fresh = trpc.catalog.fresh.useQuery();
  const others = (fresh.data ?? [])
    .filter((each) => each.category.slug !== product.category.slug)
    .filter((each) => each.availability.state !== "out");
  const counters = [...new Set(others.map((each) => each.category.slug))];
  const picks = counters.flatMap((slug) =>
    others.filter((each) => each.category.slug === slug).slice(0, 2),
  );
  if (picks.length === 0) return null;
  return (
    <section className="grid gap-5 pt-16" aria-labelledby="goes-with">
      <h2 id="goes-with">From the other counters</h2>
      <ProductGrid products={picks} />
    </section>
  );
}

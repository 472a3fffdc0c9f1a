import { Link } from "@tanstack/react-router";
import type { Category } from "@tuckshop/contracts/catalog";
import { CounterGlyph } from "./counter-glyph.tsx";

export function CounterTiles({ categories }: { categories: readonly Category[] }) {
  return (
    <section aria-label="Counters" className="grid gap-3.5 sm:grid-cols-3">
      {categories.map((category) => (
        <Link
          key={category.slug}
          to="/c/$slug"
          params={{ slug: category.slug }}
          data-hue={category.hue}
          className="group relative grid min-h-28 content-end gap-1.5 overflow-hidden rounded-tile bg-counter-wash p-5 text-counter sm:min-h-36"
        >
          <CounterGlyph
            hue={category.hue}
            className="absolute -top-1 -right-1 size-24 opacity-90 lg:size-28 transition-transform duration-200 ease-out group-hover:-rotate-6"
          />
          <span className="relative max-w-[60%] font-display text-[1.4rem] leading-tight tracking-[-0.02em] group-hover:underline">
            {category.name}
          </span>
          <span className="relative text-small tabular-nums">{countWords(category)}</span>
        </Link>
      ))}
    </section>
  );
}

function countWords({ inStockCount, nearlyGoneCount }: Category): string {
  if (inStockCount === 0) return "All sold out for today";
  const inStock = `${inStockCount} in stock`;
  return nearlyGoneCount > 0 ? `${inStock} · ${nearlyGoneCount} nearly gone` : inStock;
}

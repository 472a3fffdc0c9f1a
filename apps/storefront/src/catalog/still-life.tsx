import { Link } from "@tanstack/react-router";
import type { ProductCard } from "@tuckshop/contracts/catalog";
import { CutPaper } from "@tuckshop/ui/cut-paper";
import { formatMoney } from "@tuckshop/ui/money";
import { clsx } from "clsx";

/** Three cards leaning on each other: each is today’s, and each is a link. */
const leans = [
  "z-2 translate-x-0 rotate-[-7deg] mt-10",
  "z-3 -mx-[9%] rotate-[2deg]",
  "z-1 rotate-[8deg] mt-14",
];

export function StillLife({ products }: { products: readonly ProductCard[] }) {
  if (products.length === 0) return null;
  return (
    <ul
      aria-label="On the counters today"
      className="mx-auto flex w-full max-w-[27rem] items-start justify-center px-2 pb-4"
    >
      {products.map((product, index) => (
        <li
          key={product.id}
          data-hue={product.category.hue}
          className={clsx(
            "relative min-w-0 flex-1 transition-transform duration-200 ease-out hover:z-4 hover:-translate-y-1.5",
            leans[index],
          )}
        >
          <Link
            to="/p/$slug"
            params={{ slug: product.slug }}
            className="block rounded-card bg-card p-1.5 pb-3 ring-1 ring-line"
          >
            <CutPaper
              name={product.title}
              hue={product.category.hue}
              className="aspect-4/5 w-full rounded-[11px]"
            />
            <span className="mt-2 block truncate px-1.5 text-small font-[650]">
              {product.title}
            </span>
            <span className="block px-1.5 text-micro text-counter tabular-nums">
              <span className="hidden sm:inline">{product.category.name} · </span>
              {formatMoney(product.priceFrom)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

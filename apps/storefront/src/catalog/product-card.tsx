import { Link } from "@tanstack/react-router";
import type { ProductCard as Product } from "@tuckshop/contracts/catalog";
import { CutPaper } from "@tuckshop/ui/cut-paper";
import { formatMoney } from "@tuckshop/ui/money";
import { clsx } from "clsx";
import { AddButton } from "./add-button.tsx";
import { stockWords } from "./stock-words.ts";

/** The whole card is one link; the add button is its sibling, not inside it. */
export function ProductCard({
  product,
  heading: Heading,
}: {
  product: Product;
  heading: "h2" | "h3";
}) {
  const { slug, title, detail, category, priceFrom, priceVaries, availability } = product;
  const out = availability.state === "out";
  return (
    <article data-hue={category.hue} className="group @container relative grid gap-2.5">
      <div className="relative overflow-hidden rounded-card">
        <CutPaper
          name={title}
          hue={category.hue}
          className={clsx(
            "aspect-4/5 w-full transition-transform duration-200 ease-out group-hover:scale-[1.03]",
            out && "opacity-60 saturate-[0.25]",
          )}
        />
        {availability.state !== "in" && <Badge out={out}>{stockWords(availability)}</Badge>}
      </div>
      <div>
        <Heading className="font-sans text-h3 tracking-normal">
          <Link
            to="/p/$slug"
            params={{ slug }}
            className="after:absolute after:inset-0 after:rounded-card group-hover:underline"
          >
            {title}
          </Link>
        </Heading>
        <p className="line-clamp-2 text-small text-ink-2">{detail}</p>
        <p className="font-[650] tabular-nums">
          {priceVaries && "from "}
          {formatMoney(priceFrom)}
        </p>
      </div>
      {!out && <AddButton product={product} />}
    </article>
  );
}

function Badge({ out, children }: { out: boolean; children: string }) {
  return (
    <span
      className={clsx(
        "absolute top-2.5 left-2.5 rounded-full px-2.5 py-1 text-micro font-bold tabular-nums",
        out ? "bg-card text-ink-2" : "bg-mango text-mango-ink",
      )}
    >
      {children}
    </span>
  );
}

import { Link } from "@tanstack/react-router";
import { quantityMax } from "@tuckshop/contracts/bag";
import type { ProductCard } from "@tuckshop/contracts/catalog";
import { announce } from "@tuckshop/ui/announcer";
import { clsx } from "clsx";
import { ChevronRight, Plus } from "lucide-react";
import { useBag } from "../bag/use-bag.ts";

/** Sits on the picture's corner: the picture is 4:5 and as wide as the card. */
const corner =
  "absolute right-2.5 top-0 mt-[calc(125cqw-54px)] grid h-11 min-w-11 place-items-center rounded-full bg-counter text-on font-[650] tabular-nums transition-transform duration-120 ease-out hover:scale-105 active:scale-95";

export function AddButton({ product }: { product: ProductCard }) {
  const bag = useBag();
  const { onlyVariantId, title, slug } = product;
  if (onlyVariantId === null) {
    return (
      <Link to="/p/$slug" params={{ slug }} aria-label={`Choose ${title}`} className={corner}>
        <ChevronRight aria-hidden="true" className="size-5" />
      </Link>
    );
  }
  const inBag = bag.lines.find((line) => line.variantId === onlyVariantId)?.quantity ?? 0;
  const add = () => {
    const quantity = Math.min(inBag + 1, quantityMax);
    bag.edit(
      {
        variantId: onlyVariantId,
        slug,
        title,
        variantTitle: "",
        hue: product.category.hue,
        unitPrice: product.priceFrom,
      },
      quantity,
    );
    announce(`${title} added, ${quantity} in your bag.`);
  };
  return (
    <button
      type="button"
      aria-label={`Add ${title} to bag${inBag > 0 ? `, ${inBag} in it` : ""}`}
      onClick={add}
      className={clsx(corner, inBag > 0 && "px-3")}
    >
      {inBag > 0 ? (
        <span aria-hidden="true" className="flex items-center gap-1">
          <Plus className="size-4" />
          {inBag}
        </span>
      ) : (
        <Plus aria-hidden="true" className="size-5" />
      )}
    </button>
  );
}

import { Link } from "@tanstack/react-router";
import { quantityMax } from "@tuckshop/contracts/bag";
import type { Product, Variant } from "@tuckshop/contracts/catalog";
import { announce } from "@tuckshop/ui/announcer";
import { Button } from "@tuckshop/ui/button";
import { formatMoney } from "@tuckshop/ui/money";
import { Stepper } from "../bag/stepper.tsx";
import { useBag } from "../bag/use-bag.ts";

/** The main button, at the thumb on phones, with the price in it. */
export function BuyBox({ product, variant }: { product: Product; variant: Variant }) {
  const bag = useBag();
  const inBag = bag.lines.find((line) => line.variantId === variant.id)?.quantity ?? 0;
  const { title, slug, category } = product;
  const want = (quantity: number) => {
    bag.edit(
      {
        variantId: variant.id,
        slug,
        title,
        variantTitle: product.variants.length > 1 ? variant.title : "",
        hue: category.hue,
        unitPrice: variant.price,
      },
      Math.min(quantity, quantityMax),
    );
    announce(`${quantity} × ${title} in your bag.`);
  };
  return (
    <div className="sticky bottom-0 z-5 -mx-[clamp(16px,4vw,40px)] flex flex-wrap items-start gap-3 border-t border-line bg-paper px-[clamp(16px,4vw,40px)] py-3 md:static md:mx-0 md:border-0 md:bg-transparent md:p-0">
      {inBag > 0 ? (
        <>
          <Stepper name={title} quantity={inBag} onChange={want} />
          <Link
            to="/bag"
            className="inline-flex min-h-11 flex-1 items-center justify-center rounded-full bg-ink px-5 font-[650] text-paper sm:flex-none"
          >
            In your bag · see it
          </Link>
        </>
      ) : (
        <Button
          look="counter"
          className="w-full sm:w-auto sm:min-w-64"
          whyNot={
            variant.availability.state === "out"
              ? "Sold out for now. We bring more most mornings."
              : null
          }
          onClick={() => want(1)}
        >
          Add to bag · {formatMoney(variant.price)}
        </Button>
      )}
    </div>
  );
}

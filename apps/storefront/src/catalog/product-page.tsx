import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import type { Product, Variant } from "@tuckshop/contracts/catalog";
import { Chip } from "@tuckshop/ui/chip";
import { CutPaper } from "@tuckshop/ui/cut-paper";
import { Money } from "@tuckshop/ui/money";
import { clsx } from "clsx";
import { useTitle } from "../use-title.ts";
import { BuyBox } from "./buy-box.tsx";
import { GoesWith } from "./goes-with.tsx";
import { OptionGroup } from "./option-group.tsx";
import { ProductFacts } from "./product-facts.tsx";
import { stockWords } from "./stock-words.ts";
import { chosenVariant } from "./variant-choice.ts";

const route = getRouteApi("/p/$slug");

export function ProductPage() {
  const { slug } = route.useParams();
  const { v } = route.useSearch();
  const [product] = trpc.catalog.product.useSuspenseQuery({ slug });
  useTitle(product.title);
  const variant = chosenVariant(product, v);
  const { hue } = product.category;
  return (
    <div data-hue={hue} className="pt-4">
      <div className="grid items-start gap-8 md:grid-cols-[0.9fr_1.1fr] md:gap-12">
        <CutPaper
          name={product.title}
          hue={hue}
          className={clsx(
            "aspect-4/3 w-full rounded-tile sm:aspect-4/5 md:sticky md:top-6",
            variant?.availability.state === "out" && "opacity-70 saturate-[0.4]",
          )}
        />
        {variant && <About product={product} variant={variant} />}
      </div>
      <GoesWith product={product} />
    </div>
  );
}

function About({ product, variant }: { product: Product; variant: Variant }) {
  const navigate = useNavigate();
  const { state } = variant.availability;
  // A push, not a replace: Back returns to the option looked at before.
  const choose = (chosen: Variant) =>
    void navigate({
      to: "/p/$slug",
      params: { slug: product.slug },
      search: { v: chosen.sku },
      resetScroll: false,
    });
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <h1>{product.title}</h1>
        {product.detail && <p className="text-ink-2">{product.detail}</p>}
      </div>
      <p className="flex flex-wrap items-center gap-3" aria-live="polite">
        <Money value={variant.price} className="font-display text-price" />
        <Chip tone={state === "in" ? "ok" : state === "low" ? "warn" : "plain"}>
          {stockWords(variant.availability)}
        </Chip>
      </p>
      {product.variants.length > 1 &&
        product.optionNames.map((name, option) => (
          <OptionGroup
            key={name}
            product={product}
            current={variant}
            option={option}
            onChoose={choose}
          />
        ))}
      <BuyBox product={product} variant={variant} />
      {product.description && (
        <p className="max-w-[36rem] whitespace-pre-line">{product.description}</p>
      )}
      <ProductFacts product={product} />
    </div>
  );
}

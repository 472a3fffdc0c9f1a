import type { Product, Variant } from "@tuckshop/contracts/catalog";

/** The variant that the address names, or the first that can be had. */
export function chosenVariant(product: Product, sku: string | undefined): Variant | undefined {
  const { variants } = product;
  return (
    variants.find((variant) => variant.sku === sku) ??
    variants.find((variant) => variant.availability.state !== "out") ??
    variants[0]
  );
}

/**
 * The variant for another value of one option, keeping the other options where such a variant
 * exists and giving them up where it does not.
 */
export function variantWith(
  product: Product,
  current: Variant,
  option: number,
  value: string,
): Variant | undefined {
  const having = product.variants.filter((variant) => variant.optionValues[option] === value);
  const alike = (variant: Variant) =>
    variant.optionValues.filter((each, index) => each === current.optionValues[index]).length;
  return having.toSorted((a, b) => alike(b) - alike(a))[0];
}

/** The values of one option in the order of the shop's shelf, each once. */
export function valuesOf(product: Product, option: number): string[] {
  return [...new Set(product.variants.flatMap((variant) => variant.optionValues[option] ?? []))];
}

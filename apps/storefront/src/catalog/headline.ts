import type { ProductCard } from "@tuckshop/contracts/catalog";

/** One thing of each counter that can be had now: what the sentence and the picture are made of. */
export function todaysPicks(fresh: readonly ProductCard[]): ProductCard[] {
  const picks = new Map<string, ProductCard>();
  for (const product of fresh) {
    if (product.availability.state === "out" || picks.has(product.category.slug)) continue;
    picks.set(product.category.slug, product);
  }
  return [...picks.values()].slice(0, 3);
}

/** “Mango kulfi, millet chakli and gouache set.” Nothing in stock makes no sentence. */
export function headline(picks: readonly ProductCard[]): string | null {
  const names = picks.map(({ title }, index) =>
    index === 0 ? title : lowerFirst(shortTitle(title)),
  );
  if (names.length === 0) return null;
  return `${new Intl.ListFormat("en-IN", { type: "conjunction" }).format(names)}.`;
}

/** Without what comes after a comma, a dash or a bracket: that is detail. */
function shortTitle(title: string): string {
  return title.split(/\s*[,(–—]|\s-\s/)[0] ?? title;
}

/** Names that are written in capitals stay so: “HB pencil”. */
function lowerFirst(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

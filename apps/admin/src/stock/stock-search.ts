type StockSearch = { q?: string | undefined; low?: true | undefined };

const longest = 80;

/** The filter of the stock page; whatever else stands in the address is ignored. */
export function stockSearch({ q, low }: Record<string, unknown>): StockSearch {
  // The router reads ?q=80 as a number.
  const text = typeof q === "string" || typeof q === "number" ? String(q).trim() : "";
  return { q: text.slice(0, longest) || undefined, low: low === true || undefined };
}

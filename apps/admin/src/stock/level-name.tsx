import { Link } from "@tanstack/react-router";
import type { StockLevel } from "@tuckshop/contracts/stock";

/** The article, leading to its ledger. */
export function LevelName({ level: { sku, title, variantTitle } }: { level: StockLevel }) {
  return (
    <Link
      to="/stock/$sku"
      params={{ sku }}
      className="font-[650] underline decoration-line underline-offset-[0.2em] hover:decoration-ink"
    >
      {title}
      {variantTitle && <span className="font-normal">, {variantTitle}</span>}
    </Link>
  );
}

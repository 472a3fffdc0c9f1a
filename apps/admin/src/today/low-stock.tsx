import { Link } from "@tanstack/react-router";
import type { Today } from "@tuckshop/contracts/orders";
import { Card } from "@tuckshop/ui/card";
import { Chip } from "@tuckshop/ui/chip";

/** What will be sold out next, each with the way to its ledger. */
export function LowStock({ items }: { items: Today["lowStock"] }) {
  return (
    <Card aria-label="Low stock" className="self-start p-0!">
      <header className="flex items-baseline justify-between gap-3 px-4 pt-4 pb-2">
        <h2>{items.length === 0 ? "Nothing is running low" : "Running low"}</h2>
        <Link to="/stock" search={{ low: true }} className="text-small underline">
          Stock
        </Link>
      </header>
      <ul>
        {items.map(({ sku, title, available }) => (
          <li key={sku} className="border-t border-line last:*:rounded-b-card">
            <Link
              to="/stock/$sku"
              params={{ sku }}
              className="flex min-h-11 items-center justify-between gap-3 px-4 py-1.5 no-underline -outline-offset-2 hover:bg-wash"
            >
              <span className="min-w-0 leading-tight">
                {title}
                <span className="block text-micro text-ink-2">{sku}</span>
              </span>
              <span className="shrink-0">
                <Chip tone={available === 0 ? "bad" : "warn"}>
                  {available === 0 ? "Sold out" : `${available} left`}
                </Chip>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

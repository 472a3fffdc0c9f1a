import { Link, getRouteApi } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { Card } from "@tuckshop/ui/card";
import { PageHeader } from "../page-header.tsx";
import { articleName } from "./article-name.ts";
import { CounterChip } from "./counter-chip.tsx";
import { Ledger } from "./ledger.tsx";
import { LevelFigures } from "./level-figures.tsx";
import { StockButtons } from "./stock-buttons.tsx";

const route = getRouteApi("/staff/stock/$sku");

/** Every movement of one article, and why. */
export function LedgerPage() {
  const sku = route.useRouteContext({ select: (context) => context.sku });
  const [entries] = trpc.staff.stock.entries.useSuspenseQuery({ sku });
  const [levels] = trpc.staff.stock.levels.useSuspenseQuery({ search: sku });
  // A search for one SKU also finds longer ones that contain it.
  const level = levels.items.find((item) => item.sku === sku);
  const title = level ? articleName(level) : sku;
  return (
    <>
      <PageHeader
        title={title}
        crumb={
          <Link to="/stock" className="underline">
            Stock
          </Link>
        }
      >
        <span className="text-small text-ink-2">{sku}</span>
        {level && <CounterChip category={level.category} />}
      </PageHeader>
      {level && (
        <Card
          aria-label="Level"
          className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 p-4!"
        >
          <div className="min-w-60 grow">
            <LevelFigures level={level} />
          </div>
          <StockButtons level={level} />
        </Card>
      )}
      <Card className="grid gap-2 px-4! pt-4! pb-1!">
        <h2>Ledger</h2>
        <Ledger entries={entries} />
      </Card>
    </>
  );
}

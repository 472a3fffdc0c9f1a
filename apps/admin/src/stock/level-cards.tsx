import type { StockLevel } from "@tuckshop/contracts/stock";
import { CounterChip } from "./counter-chip.tsx";
import { LevelFigures } from "./level-figures.tsx";
import { LevelName } from "./level-name.tsx";
import { StockButtons } from "./stock-buttons.tsx";

/** Stock on a narrow screen. */
export function LevelCards({ levels }: { levels: readonly StockLevel[] }) {
  return (
    <ul aria-label="Stock" className="grid gap-3 sm:grid-cols-2">
      {levels.map((level) => (
        <li
          key={level.sku}
          className="grid content-start gap-3 rounded-card bg-card p-4 ring-1 ring-line"
        >
          <div className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              <LevelName level={level} />
              <p className="text-micro text-ink-2">{level.sku}</p>
            </div>
            <CounterChip category={level.category} />
          </div>
          <LevelFigures level={level} />
          <StockButtons level={level} />
        </li>
      ))}
    </ul>
  );
}

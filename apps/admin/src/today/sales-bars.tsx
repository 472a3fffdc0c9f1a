import { formatMoney } from "@tuckshop/ui/money";
import { clsx } from "clsx";
import { busiestHour, hourWords, type HourSales } from "./hour-sales.ts";

const height = 236;
const plotTop = 22;
const plotBottom = 210;

/** A shorter day leaves room at the right for the rest of it, so that bars stay slim. */
const fewestColumns = 12;
const mostLabelled = 14;

type Props = { hours: readonly HourSales[]; label: string };

/** One bar an hour, the busiest in the action colour. Widths are percentages: it fits without measuring. */
export function SalesBars({ hours, label }: Props) {
  const sold = hours.filter(({ sales }) => sales.minor > 0);
  const busiest = busiestHour(sold);
  const first = sold[0]?.hour ?? 0;
  const last = sold.at(-1)?.hour ?? first;
  const count = last - first + 1;
  const column = 100 / Math.max(count, fewestColumns);
  return (
    <div className="@container mt-3">
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height={height}
        className="block overflow-visible"
      >
        {sold.map((hour) => (
          <Bar
            key={hour.hour}
            hour={hour}
            left={(hour.hour - first) * column}
            column={column}
            share={hour.sales.minor / (busiest ?? hour).sales.minor}
            isBusiest={hour === busiest}
            isCrowded={count > mostLabelled}
          />
        ))}
        <line x1="0" x2="100%" y1={plotBottom} y2={plotBottom} className="stroke-line-strong" />
        {Array.from({ length: count }, (_, index) => (
          <text
            key={index}
            x={`${(index + 0.5) * column}%`}
            y={plotBottom + 18}
            textAnchor="middle"
            // A narrow axis names every third hour.
            className={clsx("fill-ink-2 text-micro", index % 3 > 0 && "@max-2xl:hidden")}
          >
            {hourWords(first + index)}
          </text>
        ))}
      </svg>
    </div>
  );
}

type BarProps = {
  hour: HourSales;
  left: number;
  column: number;
  share: number;
  isBusiest: boolean;
  isCrowded: boolean;
};

function Bar({ hour, left, column, share, isBusiest, isCrowded }: BarProps) {
  const top = plotBottom - share * (plotBottom - plotTop);
  return (
    <>
      <rect
        x={`${left + column * 0.14}%`}
        width={`${column * 0.72}%`}
        y={top}
        height={plotBottom - top}
        rx="3"
        className={isBusiest ? "fill-counter" : "fill-line-strong"}
      />
      {(isBusiest || !isCrowded) && (
        <text
          x={`${left + column / 2}%`}
          y={top - 7}
          textAnchor="middle"
          // Where there is no room for every number, the one of the title stays.
          className={clsx(
            "text-micro",
            isBusiest ? "fill-ink font-[650]" : "fill-ink-2 @max-2xl:hidden",
          )}
        >
          {formatMoney(hour.sales)}
        </text>
      )}
    </>
  );
}

import type { Today } from "@tuckshop/contracts/orders";
import { formatMoney } from "@tuckshop/ui/money";

export type HourSales = Today["salesByHour"][number];

/** “6 pm”, never broken over two lines. */
export function hourWords(hour: number): string {
  const half = hour % 24 < 12 ? "am" : "pm";
  return `${hour % 12 || 12}\u00a0${half}`;
}

/** The hour that sold most; undefined while nothing has been sold. */
export function busiestHour(hours: readonly HourSales[]): HourSales | undefined {
  const [first] = hours.toSorted((a, b) => b.sales.minor - a.sales.minor || b.hour - a.hour);
  return first && first.sales.minor > 0 ? first : undefined;
}

/** What the chart shows, in one sentence: its title. */
export function salesFinding(hours: readonly HourSales[]): string {
  const busiest = busiestHour(hours);
  if (!busiest) return "No sales yet today";
  const orders = busiest.orders === 1 ? "1 order" : `${busiest.orders} orders`;
  const facts = `${formatMoney(busiest.sales)} from ${orders}`;
  return `Busiest from ${hourWords(busiest.hour)} to ${hourWords(busiest.hour + 1)}: ${facts}`;
}

import { trpc } from "@tuckshop/client/react";
import { Card } from "@tuckshop/ui/card";
import { PageHeader } from "../page-header.tsx";
import { DoNow } from "./do-now.tsx";
import { Figures } from "./figures.tsx";
import { LowStock } from "./low-stock.tsx";
import { SalesByHour } from "./sales-by-hour.tsx";

const pollMilliseconds = 30_000;

export function TodayPage() {
  const [today] = trpc.staff.today.get.useSuspenseQuery(undefined, {
    refetchInterval: pollMilliseconds,
  });
  return (
    <>
      <PageHeader title="Today">
        <span className="text-small text-ink-2">{dayWords(today.date)}</span>
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,23rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <DoNow today={today} />
        <div className="grid content-start gap-4 lg:row-span-2">
          <Figures today={today} />
          <Card className="p-4!">
            <SalesByHour hours={today.salesByHour} />
          </Card>
        </div>
        <LowStock items={today.lowStock} />
      </div>
    </>
  );
}

/** “Sunday, 22 November”, from the date of the shop’s own calendar. */
function dayWords(date: string): string {
  const format = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-IN", format).format(new Date(`${date}T00:00:00Z`));
}

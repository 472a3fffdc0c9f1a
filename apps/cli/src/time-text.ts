/** “2026-05-01 14:05” on the clock of whoever reads it, unless another zone is named. */
export function timeText(timestamp: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone,
  });
  return format.format(new Date(timestamp));
}

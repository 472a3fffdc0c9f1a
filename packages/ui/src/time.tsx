import { createContext, useContext } from "react";

/** The shop lives in one time zone, wherever the reader sits: wrap the app in `<ShopTimeZone value={…}>`. */
export const ShopTimeZone = createContext("Asia/Kolkata");

const styles = {
  /** 6:12 pm */
  clock: { hour: "numeric", minute: "2-digit" },
  /** 6:12:09 pm */
  seconds: { hour: "numeric", minute: "2-digit", second: "2-digit" },
  /** Sun, 22 Nov */
  day: { weekday: "short", day: "numeric", month: "short" },
  /** Sun, 22 Nov, 6:12 pm */
  full: { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;
export type TimeStyle = keyof typeof styles;

export function formatTime(at: string | number, timeZone: string, style: TimeStyle): string {
  return new Intl.DateTimeFormat("en-IN", { ...styles[style], timeZone }).format(new Date(at));
}

/** The clock alone for something of today, otherwise the day with it. */
export function formatMoment(at: string, timeZone: string, now = Date.now()): string {
  const isToday = formatTime(at, timeZone, "day") === formatTime(now, timeZone, "day");
  return formatTime(at, timeZone, isToday ? "clock" : "full");
}

type Props = { at: string; show?: TimeStyle | "moment"; className?: string };

export function Time({ at, show = "moment", className }: Props) {
  const timeZone = useContext(ShopTimeZone);
  const text = show === "moment" ? formatMoment(at, timeZone) : formatTime(at, timeZone, show);
  return (
    <time dateTime={at} className={className}>
      <span className="tabular-nums">{text}</span>
    </time>
  );
}

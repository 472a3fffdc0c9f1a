import { expect, test } from "vitest";
import { aboutMinutes, clockSkewMs, minutesAndSeconds, remainingMs } from "./hold-clock.ts";

const at = (time: string) => Date.parse(`2026-11-22T12:${time}.000Z`);

test("a device whose clock is seven minutes wrong sees the same time left", () => {
  const serverNow = "2026-11-22T12:00:00.000Z";
  const expiresAt = "2026-11-22T12:15:00.000Z";
  const skew = clockSkewMs(serverNow, at("07:00"));
  expect(remainingMs(expiresAt, skew, at("07:30"))).toBe(14.5 * 60_000);
});

test("a hold that is over is over", () => {
  expect(remainingMs("2026-11-22T12:00:00.000Z", 0, at("01:00"))).toBe(0);
});

test("time is told to the second for eyes and to the minute for ears", () => {
  expect(minutesAndSeconds(642_000)).toBe("10:42");
  expect(minutesAndSeconds(5_000)).toBe("0:05");
  expect(aboutMinutes(121_000)).toBe("about 3 minutes");
  expect(aboutMinutes(40_000)).toBe("less than a minute");
});

/** How far the server’s clock is ahead of this device’s, from one answer that carried its time. */
export function clockSkewMs(serverNow: string, receivedAt: number): number {
  return Date.parse(serverNow) - receivedAt;
}

/** What is left of a hold, never below zero, whatever this device believes the time to be. */
export function remainingMs(expiresAt: string, skewMs: number, now: number): number {
  return Math.max(0, Date.parse(expiresAt) - (now + skewMs));
}

/** “10:42” */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** For people who listen: by the minute, so that it does not chatter. */
export function aboutMinutes(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return minutes === 1 ? "less than a minute" : `about ${minutes} minutes`;
}

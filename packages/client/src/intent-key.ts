const storedAs = (intent: string): string => `tuckshop:key:${intent}`;

/**
 * The Idempotency-Key of one thing a person means to do, such as `place:chk_…`. Made once and kept
 * before the first send, so a double click, a reload or a time-out repeats nothing.
 */
export function intentKey(intent: string): string {
  const kept = sessionStorage.getItem(storedAs(intent));
  if (kept) return kept;
  const made = crypto.randomUUID();
  sessionStorage.setItem(storedAs(intent), made);
  return made;
}

/** Lets an intent go, so that the next one of this name is a new one. */
export function forgetIntent(intent: string): void {
  sessionStorage.removeItem(storedAs(intent));
}

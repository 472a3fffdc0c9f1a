/** Who did something, as far as it means something to a person. */
export function actorWords(actor: string): string | null {
  // An id names nobody, and a dotted name is a task of the shop’s own.
  const isNameless = actor.startsWith("prn_") || actor.includes(".");
  return isNameless ? null : `by ${actor}`;
}

/** What it goes back to. Keys and row ids prove something to a program, not to a reader. */
export function causeWords(cause: string | null): string | null {
  if (cause === null || /^(?:key|sale|return):/.test(cause)) return null;
  const isReference = cause.length > 40 && !cause.includes(" ");
  return isReference ? `${cause.slice(0, 12)}…${cause.slice(-4)}` : cause;
}

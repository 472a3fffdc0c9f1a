export type RaceResult<T> = { won: T[]; lost: unknown[] };

/** Starts every runner on one tick and sorts the outcomes: `won` has the results, `lost` the reasons. */
export async function race<T>(runners: readonly (() => Promise<T>)[]): Promise<RaceResult<T>> {
  const outcomes = await Promise.allSettled(runners.map((run) => Promise.resolve().then(run)));
  return {
    won: outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : [])),
    lost: outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : [])),
  };
}

export const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

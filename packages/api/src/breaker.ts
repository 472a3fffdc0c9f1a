import { circuitBreaker, ConsecutiveBreaker, handleWhen } from "cockatiel";

const failuresBeforeOpen = 5;
const pauseMs = 5_000;

/** Runs work that asks one dependency, or refuses at once while that is down. */
export type Breaker = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * One for each dependency, so that none is punished for another. After five outages in a row nobody
 * is made to wait for five seconds; then one question goes through, and its answer decides. What is
 * no outage is an answer, however unwelcome, and never opens the breaker.
 */
export function createBreaker(isOutage: (error: Error) => boolean): Breaker {
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: pauseMs,
    breaker: new ConsecutiveBreaker(failuresBeforeOpen),
  });
  return (work) => breaker.execute(work);
}

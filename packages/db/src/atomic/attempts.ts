/**
 * How often a job or an event is tried before a person must look, and how long each failure waits:
 * e^attempt seconds, but never longer than e^10. That is the queue's own rule (graphile-worker has
 * no other), and events from outside follow it, so that both can be reasoned about as one:
 * 3 s, 7 s, 20 s, 55 s, 2 min, 7 min, 18 min, 50 min, 2 h, 6 h, 6 h.
 *
 * Twelve attempts span 16 hours: a provider or a mail server that is away overnight costs nobody
 * their evening, a slip of the network is over in seconds, and poison reaches the dead letters on the
 * same day. Sweeps do not wait for a job's turn: they look at the rows themselves.
 */
export const attemptsMax = 12;
const backoffExponentMax = 10;

/** Seconds until the attempt after this one. */
export const backoffSeconds = (attempt: number): number =>
  Math.exp(Math.min(attempt, backoffExponentMax));

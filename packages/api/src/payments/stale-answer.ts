import { sql } from "kysely";

/** The provider answers within five seconds or has given up; what it does after that is over by then. */
const settledSeconds = 30;

/**
 * Whether a request was first sent so long ago that what it did, if anything, can be seen. The
 * provider keeps a 500 under its key and repeats it for a day: when nothing is to be seen by then,
 * that request did nothing, and only another one with a key of its own can (`idempotency.md` I23).
 */
export const isStale = (column: "sent_at") =>
  sql<boolean>`coalesce(${sql.ref(column)} < now() - make_interval(secs => ${settledSeconds}), false)`;

import pg from "pg";

/**
 * SQLSTATEs after which the same transaction may succeed: serialisation, deadlock, lock and
 * statement time-outs, a server going down or too full, a lost connection (`idempotency.md` I21).
 */
const transientStates = new Set([
  "40001",
  "40P01",
  "55P03",
  "57014",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "0A000", // a plan that a migration has outdated; the connection goes unprepared from then on
]);

const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
const socketCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** Whether the database was away or overloaded, rather than the request or our code at fault. */
export function isTransient(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) {
    const state = error.code ?? "";
    return transientStates.has(state) || state.startsWith("08");
  }
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code;
  // node-postgres has no code for these; its messages are the only sign.
  return (code !== undefined && socketCodes.has(code)) || lostConnection.test(error.message);
}

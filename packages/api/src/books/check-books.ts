import type { BookName, CheckedBooks } from "@tuckshop/contracts/books";
import { ShopError } from "@tuckshop/contracts/errors";
import { books } from "@tuckshop/db/audit/checks";
import { runDoctor, type CheckResult } from "@tuckshop/db/audit/run-doctor";
import type { Db } from "@tuckshop/db/schema";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { offendingRows } from "./offending-rows.ts";

const bookOf = new Map(
  (Object.keys(books) as BookName[]).flatMap((book) => books[book].map(({ name }) => [name, book])),
);

const rowsMax = 50;
/** A page waits for it, unlike a terminal. */
const statementTimeoutSeconds = 30;
const runsPerMinute = 30;

type Running = { limiter: RateLimiterMemory; run: Promise<CheckedBooks> | null };
const runningOn = new WeakMap<Db, Running>();

/**
 * Runs every check in one snapshot. It costs what the books cost to read, so a server does it once
 * at a time, on one connection: whoever asks meanwhile gets what the one before them will get.
 */
export function checkBooks(db: Db): Promise<CheckedBooks> {
  const limiter = new RateLimiterMemory({ points: runsPerMinute, duration: 60 });
  const running = runningOn.get(db) ?? { limiter, run: null };
  runningOn.set(db, running);
  running.run ??= limitedRun(db, running.limiter).finally(() => {
    running.run = null;
  });
  return running.run;
}

async function limitedRun(db: Db, limiter: RateLimiterMemory): Promise<CheckedBooks> {
  await limiter.consume("").catch(({ msBeforeNext }: { msBeforeNext: number }) => {
    const retryAfterSeconds = Math.ceil(msBeforeNext / 1_000);
    throw new ShopError({ code: "TOO_MANY_REQUESTS", retryAfterSeconds });
  });
  const checkedAt = new Date().toISOString();
  const results = await runDoctor(db, { rowsMax, statementTimeoutSeconds });
  const rowsOf = await offendingRows(db, results);
  return {
    checkedAt,
    checks: results.map((result) => ({ ...checkOf(result), rows: rowsOf(result) })),
  };
}

const checkOf = ({ check: { name, says, settled }, count, ms }: CheckResult) => ({
  book: bookOf.get(name) ?? "process",
  name,
  says,
  settled,
  count,
  ms,
});

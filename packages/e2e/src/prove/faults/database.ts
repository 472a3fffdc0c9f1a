import { createClient } from "@tuckshop/db/client";
import { every, type Fault } from "./fault.ts";

/** As `pg_ctl restart -m immediate`: every backend ends at once, and the log is replayed. */
export const postgresRestart: Fault = every(4_000, 9_000, async ({ world, struck }) => {
  await world.shop.postgres.crash();
  struck.add("immediate restart");
});

export const backendTerminated: Fault = every(150, 600, async ({ world, random, struck }) => {
  const { pool } = world.shop.client;
  const { rows } = await pool
    .query<{ pid: number }>(
      `select pid from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() order by pid`,
    )
    .catch(() => ({ rows: [] })); // the database is away just then
  if (rows.length === 0) return;
  const { pid } = random.pick(rows);
  const ended = await pool.query("select pg_terminate_backend($1)", [pid]).catch(() => undefined);
  if (ended) struck.add("backend terminated");
});

const lockHeld = { quick: 4_000, full: 30_000 };

/** Somebody keeps the row that everybody wants locked, for longer than a command waits. */
export const rowLocked: Fault = async (strikes) => {
  const { world, struck, goesOn } = strikes;
  while (goesOn()) {
    const holder = createClient({ url: world.shop.databaseUrl, connectionsMax: 1 });
    const connection = await holder.pool.connect();
    await connection.query("set idle_in_transaction_session_timeout = 0");
    await connection.query("begin");
    await connection.query("select from counter where id = $1 for update", [
      world.shop.goods.hot.counterId,
    ]);
    struck.add("hot row locked");
    await strikes.pause(lockHeld[world.plan.mode]);
    await connection.query("rollback");
    connection.release();
    await holder.close();
    await strikes.pause(1_000);
  }
};

const endedWithinMs = 13_000;

/** A client with the API's own settings changes a row and falls silent: the database must end it. */
export const idleInTransaction: Fault = async ({ world, struck }) => {
  const holder = createClient({ url: world.shop.databaseUrl, connectionsMax: 1 });
  const connection = await holder.pool.connect();
  const ended = new Promise<boolean>((resolve) => {
    connection.on("error", () => resolve(true));
    setTimeout(() => resolve(false), endedWithinMs).unref();
  });
  await connection.query("begin");
  await connection.query("update counter set claimed = claimed where id = $1", [
    world.shop.goods.hot.counterId,
  ]);
  struck.add("idle in transaction");
  if (!(await ended)) world.record.faults.push("Nobody ended a client idle in its transaction.");
  connection.release(true);
  await holder.close();
};

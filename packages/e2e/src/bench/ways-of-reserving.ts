import type { Client } from "@tuckshop/db/client";

type Pool = Client["pool"];

/** Takes one of a counter; true when it got it. */
export type Reserve = (pool: Pool, counterId: string) => Promise<boolean>;

/** One statement tests and takes: what the shop does. */
const conditionalUpdate: Reserve = async (pool, id) => {
  const { rowCount } = await pool.query({
    name: "conditional",
    text: "update counter set claimed = claimed + 1 where id = $1 and capacity - claimed >= 1",
    values: [id],
  });
  return rowCount === 1;
};

/** Locks the row, looks, then writes: safe, and holds the lock over two more round trips. */
const selectForUpdate: Reserve = async (pool, id) => {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ available: number }>({
      name: "locked",
      text: "select capacity - claimed as available from counter where id = $1 for update",
      values: [id],
    });
    const got = (rows[0]?.available ?? 0) >= 1;
    if (got) {
      await client.query({
        name: "take",
        text: "update counter set claimed = claimed + 1 where id = $1",
        values: [id],
      });
    }
    await client.query("commit");
    return got;
  } finally {
    client.release();
  }
};

/** Reads, computes in JavaScript, writes back: what must never be done. It is here to be seen overselling. */
const readThenWrite: Reserve = async (pool, id) => {
  const { rows } = await pool.query<{ capacity: number; claimed: number }>({
    name: "read",
    text: "select capacity, claimed from counter where id = $1",
    values: [id],
  });
  const [counter] = rows;
  if (!counter || counter.claimed >= counter.capacity) return false;
  await pool.query({
    name: "write",
    text: "update counter set claimed = $2 where id = $1",
    values: [id, counter.claimed + 1],
  });
  return true;
};

export const waysOfReserving: Record<string, Reserve> = {
  "conditional update": conditionalUpdate,
  "select … for update": selectForUpdate,
  "read, then write": readThenWrite,
};

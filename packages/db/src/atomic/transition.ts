import { machines, type StatefulTable } from "@tuckshop/contracts/machines";
import { ShopError } from "@tuckshop/contracts/errors";
import type { EventOf } from "@tuckshop/contracts/machine";
import { sql } from "kysely";
import type { DB } from "../schema.gen.ts";
import type { Tx } from "../schema.ts";

export type MachineEvent<T extends StatefulTable> = EventOf<(typeof machines)[T]>;

/** Who moved a row, and why: the id of a principal, or the name of a task; a key, an event, a reason. */
export type Mover = { actor: string; cause?: string | undefined };

/** Where a row moved from, and the version it has now. */
export type Moved = { id: string; from: string; version: number };

/**
 * Fires `event` on each of these rows whose state allows it, and records each move. The states in
 * the WHERE clause are the guard; no earlier read is trusted. Rows are locked in order of their
 * ids. Returns the rows that moved, which may be fewer than asked for.
 */
export async function transitionAll<T extends StatefulTable>(
  tx: Tx,
  table: T,
  ids: readonly string[],
  event: MachineEvent<T>,
  { actor, cause }: Mover,
): Promise<Moved[]> {
  const { from, to } = moveOf(table, event);
  const { rows } = await sql<Moved>`
    with before as (
      select id, state from ${sql.table(table)}
      where id = any(${ids}) and state = any(${from})
      order by id for update
    ), moved as (
      update ${sql.table(table)} as row set state = ${to}, version = row.version + 1
      from before where row.id = before.id
      returning row.id, row.version, before.state
    )
    insert into transition (entity, entity_id, seq, event, from_state, to_state, actor, cause)
    select ${table}, id, version, ${event}, state, ${to}, ${actor}, ${cause ?? null} from moved
    returning entity_id as id, from_state as from, seq as version
  `.execute(tx);
  return rows;
}

/** Fires `event` on one row, or refuses: ILLEGAL_TRANSITION with the state it is in, or NOT_FOUND. */
export async function transition<T extends StatefulTable>(
  tx: Tx,
  table: T,
  id: DB[T]["id"] & string,
  event: MachineEvent<T>,
  mover: Mover,
): Promise<Moved> {
  const [moved] = await transitionAll(tx, table, [id], event, mover);
  if (moved) return moved;
  const { rows } = await sql<{ state: string }>`
    select state from ${sql.table(table)} where id = ${id}
  `.execute(tx);
  const [row] = rows;
  const entity = entityName[table];
  if (!row) throw new ShopError({ code: "NOT_FOUND", entity });
  throw new ShopError({ code: "ILLEGAL_TRANSITION", entity, event, state: row.state });
}

/** Records that rows came into being, in the state they were inserted with: seq 1 of their history. */
export async function recordBirths(
  tx: Tx,
  table: StatefulTable,
  ids: readonly string[],
  state: string,
  { actor, cause }: Mover,
): Promise<void> {
  await sql`
    insert into transition (entity, entity_id, seq, to_state, actor, cause)
    select ${table}, id, 1, ${state}, ${actor}, ${cause ?? null} from unnest(${ids}::text[]) as id
  `.execute(tx);
}

/** What a refusal calls a row of each table. */
const entityName: Record<StatefulTable, string> = {
  checkout: "checkout",
  orders: "order",
  payment: "payment",
  refund: "refund",
  claim: "claim",
  product: "product",
  webhook_event: "webhook event",
};

function moveOf(table: StatefulTable, event: string) {
  const events: Record<string, { from: readonly string[]; to: string }> = machines[table].events;
  const move = events[event];
  if (!move) throw new TypeError(`The ${table} machine has no event ${event}.`);
  return move;
}

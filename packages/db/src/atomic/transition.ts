import { machines, type StatefulTable } from "@tuckshop/contracts/machines";
import { ShopError } from "@tuckshop/contracts/errors";
import type { EventOf } from "@tuckshop/contracts/machine";
import { sql, type Expression, type InsertObject, type Selectable } from "kysely";
import type { DB } from "../schema.gen.ts";
import type { Tx } from "../schema.ts";

export type MachineEvent<T extends StatefulTable> = EventOf<(typeof machines)[T]>;

/** Who moved a row, and why: the id of a principal, or the name of a task; a key, an event, a reason. */
export type Mover = { actor: string; cause?: string | undefined };

/** Where a row moved from, and the version it has now. */
export type Moved = { id: string; from: string; version: number };

/**
 * The CTEs that fire `event` on rows and record each move, for a statement that does more with them:
 * `<table>_moved` has one row (id, from, version) for each row that moved. `ids` is an array, given or
 * computed by an earlier CTE. The states in the WHERE clause are the guard; no earlier read is
 * trusted. Rows are locked in order of their ids.
 */
export function moving<T extends StatefulTable>(
  table: T,
  ids: Expression<unknown>,
  event: MachineEvent<T>,
  { actor, cause }: Mover,
) {
  const { from, to } = moveOf(table, event);
  const cte = (name: string) => sql.table(`${table}_${name}`);
  return sql`
    ${cte("due")} as (
      select id, state from ${sql.table(table)}
      where id = any(${ids}) and state = any(${from})
      order by id for update
    ), ${cte("changed")} as (
      update ${sql.table(table)} as row set state = ${to}, version = row.version + 1
      from ${cte("due")} as due where row.id = due.id
      returning row.id, row.version, due.state
    ), ${cte("moved")} as (
      insert into transition (entity, entity_id, seq, event, from_state, to_state, actor, cause)
      select ${table}, id, version, ${event}, state, ${to}, ${actor}, ${cause ?? null}
      from ${cte("changed")}
      returning entity_id as id, from_state as from, seq as version
    )`;
}

/** Fires `event` on each of these rows whose state allows it. Returns those that moved, maybe fewer. */
export async function transitionAll<T extends StatefulTable>(
  tx: Tx,
  table: T,
  ids: readonly string[],
  event: MachineEvent<T>,
  mover: Mover,
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with ${moving(table, sql`${ids}::text[]`, event, mover)}
    select * from ${sql.table(`${table}_moved`)}
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

/**
 * The CTEs that insert one row of a stateful table and record its birth, for a statement that does
 * more with it: `<table>_born` is the row.
 */
export function bearing<T extends StatefulTable>(
  table: T,
  row: InsertObject<DB, T>,
  { actor, cause }: Mover,
) {
  const given = Object.entries(row as Record<string, unknown>).filter(
    ([, value]) => value !== undefined,
  );
  const born = sql.table(`${table}_born`);
  return sql`
    ${born} as (
      insert into ${sql.table(table)} (${sql.join(given.map(([column]) => sql.ref(column)))})
      values (${sql.join(given.map(([, value]) => value))}) returning *
    ), ${sql.table(`${table}_birth`)} as (
      insert into transition (entity, entity_id, seq, to_state, actor, cause)
      select ${table}, id, 1, state, ${actor}, ${cause ?? null} from ${born}
    )`;
}

/** Inserts one row of a stateful table: the first entry of its history is written with it. */
export async function bear<T extends StatefulTable>(
  tx: Tx,
  table: T,
  row: InsertObject<DB, T>,
  mover: Mover,
): Promise<Selectable<DB[T]>> {
  const { rows } = await sql<Selectable<DB[T]>>`
    with ${bearing(table, row, mover)} select * from ${sql.table(`${table}_born`)}
  `.execute(tx);
  const [born] = rows;
  if (!born) throw new Error(`No ${table} was born.`);
  return born;
}

/** Records that many rows came into being, in the state they were inserted with: seq 1 of their history. */
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
  refund_request: "refund request",
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

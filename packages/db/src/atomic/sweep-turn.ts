import { sql, type RawBuilder } from "kysely";
import type { DB } from "../schema.gen.ts";
import type { Db } from "../schema.ts";

type Swept = "checkout" | "orders" | "payment" | "refund";

/**
 * Gives a turn to rows that are due, at most `max`: those first whose last turn is longest ago. The turn
 * is noted before anything is done, so a row that fails, or kills its process, goes to the end of the
 * line; and sweeps that run at the same time do not wait for each other. Returns them in order of their ids.
 */
export async function takeTurns<T extends Swept>(
  db: Db,
  table: T,
  due: RawBuilder<boolean>,
  max: number,
): Promise<(DB[T]["id"] & string)[]> {
  const { rows } = await sql<{ id: DB[T]["id"] & string }>`
    with due as (
      select id from ${sql.table(table)} where ${due}
      order by swept_at nulls first, id limit ${max} for update skip locked
    ), taken as (
      update ${sql.table(table)} as row set swept_at = now() from due where row.id = due.id
      returning row.id
    )
    select id from taken order by id
  `.execute(db);
  return rows.map(({ id }) => id);
}

import type { OffendingRow } from "@tuckshop/contracts/books";
import type { OrderId, Sku } from "@tuckshop/contracts/ids";
import type { CheckResult, Finding } from "@tuckshop/db/audit/run-doctor";
import type { Db } from "@tuckshop/db/schema";
import { sql } from "kysely";

type Subject = { id: string; orderId: OrderId | null; sku: Sku | null };

/**
 * Findings with the order or the article that each is about. An id tells by its prefix what it is,
 * wherever in a row it stands, so a check need not say how its rows are linked.
 */
export async function offendingRows(
  db: Db,
  results: readonly CheckResult[],
): Promise<(result: CheckResult) => OffendingRow[]> {
  const ids = results.flatMap(({ rows }) => rows.flatMap(idsOf));
  const subjects = ids.length > 0 ? await subjectsOf(db, ids) : [];
  const orderOf = new Map(subjects.map(({ id, orderId }) => [id, orderId]));
  const skuOf = new Map(subjects.map(({ id, sku }) => [id, sku]));
  return ({ rows }) =>
    rows.map((row) => ({
      cells: cellsOf(row),
      orderId: first(orderOf, row),
      sku: first(skuOf, row),
    }));
}

/** What is known of the first id in a row of which anything is. */
const first = <T>(found: Map<string, T | null>, row: Finding): T | null =>
  idsOf(row)
    .map((id) => found.get(id))
    .find((value) => value) ?? null;

const ourId = /\b(?:ord|pay|rfd|chk|clm|ctr|var)_[0-9a-f]{32}\b/g;

function idsOf(row: Finding): string[] {
  const texts = Object.values(row).filter((value) => typeof value === "string");
  const sku = typeof row["sku"] === "string" ? [row["sku"]] : [];
  return [...sku, ...texts.flatMap((text) => text.match(ourId) ?? [])];
}

async function subjectsOf(db: Db, ids: readonly string[]): Promise<Subject[]> {
  const { rows } = await sql<Subject>`
    with named as (select distinct unnest(${ids}::text[]) as id), subject as (
      select id, id as order_id, null as sku from audit.orders
      union all select checkout_id, id, null from audit.orders
      union all select id, order_id, null from audit.payments
      union all select id, order_id, null from audit.refunds
      union all select c.id, o.id, s.sku from audit.claims c
        left join audit.orders o on o.checkout_id = c.checkout_id
        left join variant s on s.counter_id = c.counter_id
      union all select counter_id, null, sku from variant
      union all select id, null, sku from variant
      union all select sku, null, sku from variant
    )
    select id, order_id as "orderId", sku from named join subject using (id)
  `.execute(db);
  return rows;
}

const cellsOf = (row: Finding): OffendingRow["cells"] =>
  Object.fromEntries(
    Object.entries(row).map(([title, value]) => {
      const isPlain = value === null || /^(string|number|boolean)$/.test(typeof value);
      return [title, isPlain ? (value as OffendingRow["cells"][string]) : JSON.stringify(value)];
    }),
  );

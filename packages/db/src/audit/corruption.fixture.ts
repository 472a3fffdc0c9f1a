import { sql } from "kysely";
import type { Db } from "../schema.ts";
import type { BusyShop } from "./busy-shop.fixture.ts";

/** Damage to a busy shop that one check must see, and what its rows must then name. */
export type Corruption = {
  check: string;
  damage: (shop: BusyShop) => string;
  names: (shop: BusyShop) => string;
};

/** A database as somebody leaves it who drops what is in their way. */
export async function dropConstraints(db: Db): Promise<void> {
  await sql`
    do $$
    declare statement text;
    begin
      for statement in
        select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname)
        from pg_constraint
        where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'p', 'u')
        order by contype = 'f' desc
      loop execute statement; end loop;
      for statement in
        select format('drop index %s', indexrelid::regclass)
        from pg_index join pg_class on pg_class.oid = indrelid
        where relnamespace = 'public'::regnamespace and indisunique
      loop execute statement; end loop;
    end $$
  `.execute(db);
}

/** Copies the rows of a table that `where` finds, with other values in some columns. */
export const copied = (
  table: string,
  where: string,
  changes: Record<string, string> = {},
): string => {
  const json = Object.entries(changes).map(([column, value]) => `'${column}', ${value}`);
  return `insert into ${table} overriding system value
    select (jsonb_populate_record(row, jsonb_build_object(${json.join(", ")}))).*
    from ${table} as row where ${where}`;
};

import type { Quote } from "@tuckshop/contracts/checkout";
import { sql, type InsertObject, type Selectable } from "kysely";
import type { DB } from "../schema.gen.ts";
import type { Tx } from "../schema.ts";
import { bearing, moving, type Mover } from "./transition.ts";

/**
 * An open checkout becomes its one order, in one statement: the checkout is placed, the order born,
 * the quote's lines are kept with the tax law's words for each article, and what was ordered has left
 * the bag, whose version moves on so that an open tab sees it.
 */
export async function placeCheckout(
  tx: Tx,
  row: InsertObject<DB, "orders"> & { checkout_id: string; principal_id: string },
  quote: Quote,
  mover: Mover,
): Promise<Selectable<DB["orders"]>> {
  const { rows } = await sql<Selectable<DB["orders"]>>`
    with ${moving("checkout", sql`${[row.checkout_id]}::text[]`, "place", mover)},
    ${bearing("orders", row, mover)},
    kept as (
      insert into order_line (order_id, variant_id, position, sku, title, variant_title, hue, hsn,
        tax_rate_basis_points, quantity, unit_minor, total_minor, tax_included_minor)
      select orders_born.id, line.variant_id, line.position, line.sku, line.title,
        line.variant_title, line.hue, product.hsn, product.tax_rate_basis_points, line.quantity,
        line.unit_minor, line.total_minor, line.tax_included_minor
      from orders_born, json_to_recordset(${linesOf(quote)}::json) as line (variant_id text,
        position int, sku text, title text, variant_title text, hue text, quantity int,
        unit_minor bigint, total_minor bigint, tax_included_minor bigint)
      join variant on variant.id = line.variant_id
      join product on product.id = variant.product_id
    ), bag as (
      update cart set version = version + 1 where principal_id = ${row.principal_id} returning id
    ), emptied as (
      delete from cart_line using bag where cart_line.cart_id = bag.id
    )
    select orders_born.* from orders_born, checkout_moved
  `.execute(tx);
  const [order] = rows;
  if (!order) throw new Error(`Checkout ${row.checkout_id} was not open under its lock.`);
  return order;
}

const linesOf = (quote: Quote): string =>
  JSON.stringify(
    quote.lines.map((line, at) => ({
      variant_id: line.variantId,
      position: at + 1,
      sku: line.sku,
      title: line.title,
      variant_title: line.variantTitle,
      hue: line.hue,
      quantity: line.quantity,
      unit_minor: line.unitPrice.minor,
      total_minor: line.lineTotal.minor,
      tax_included_minor: line.taxIncluded.minor,
    })),
  );

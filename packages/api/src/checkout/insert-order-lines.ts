import type { Quote } from "@tuckshop/contracts/checkout";
import type { OrderId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";

/** Snapshots the quote's lines, with the tax law's words for each article, in one statement. */
export async function insertOrderLines(tx: Tx, orderId: OrderId, quote: Quote): Promise<void> {
  const lines = quote.lines.map((line, at) => ({
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
  }));
  await sql`
    insert into order_line (order_id, variant_id, position, sku, title, variant_title, hue, hsn,
      tax_rate_basis_points, quantity, unit_minor, total_minor, tax_included_minor)
    select ${orderId}, line.variant_id, line.position, line.sku, line.title, line.variant_title,
      line.hue, product.hsn, product.tax_rate_basis_points, line.quantity, line.unit_minor,
      line.total_minor, line.tax_included_minor
    from json_to_recordset(${JSON.stringify(lines)}::json) as line (variant_id text, position int,
      sku text, title text, variant_title text, hue text, quantity int, unit_minor bigint,
      total_minor bigint, tax_included_minor bigint)
    join variant on variant.id = line.variant_id
    join product on product.id = variant.product_id
  `.execute(tx);
}

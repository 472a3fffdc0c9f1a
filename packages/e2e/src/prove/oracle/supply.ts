import type { World } from "../world.ts";
import { findingOf, type Finding } from "./finding.ts";

/** Sold is at most what ever came in, from the lines of the orders alone. */
export async function compareSupply({ shop }: World): Promise<Finding[]> {
  const { rows } = await shop.client.pool.query(
    `select v.sku, supply.pieces as supply, sold.pieces as sold
     from audit.stock v
     join (select counter_id, sum(change) as pieces from audit.ledger
       where kind in ('receive', 'adjust') group by counter_id) supply using (counter_id)
     join (select counter_id, sum(quantity) as pieces from audit.order_lines l
       join audit.orders o on o.id = l.order_id
       where o.state not in ('pending_payment', 'expired', 'cancelled') group by counter_id) sold
       using (counter_id)
     where sold.pieces > supply.pieces`,
  );
  return findingOf("stock", "sold-within-supply", "Nothing was sold that never came in.", rows);
}

import { sql } from "kysely";
import type { Db } from "@tuckshop/db/schema";
import type { CheckoutId, CounterId, OrderReference, PrincipalId } from "@tuckshop/contracts/ids";
import type { ModelShop } from "./model-shop.ts";

/** What can be seen of a shop, a line for each thing, the same of the model and of the real one. */
export type Observed = { stock: string[]; bags: string[]; checkouts: string[]; orders: string[] };

export const observeModel = (shop: ModelShop): Observed => ({
  stock: shop.articles.map(({ onHand, reserved }) => `${onHand} on hand, ${reserved} reserved`),
  bags: shop.shoppers.map(
    ({ bag }) =>
      `version ${bag.version}: ${bag.lines.map((line) => `${line.quantity}×${line.article}`).join(" ")}`,
  ),
  checkouts: shop.shoppers.map(({ checkout }) =>
    checkout
      ? `${checkout.state === "open" && checkout.lapsed ? "lapsed" : checkout.state}, ${checkout.extensions} times longer`
      : "none",
  ),
  orders: shop.orders.map((order) => {
    const isLapsed = order.state === "pending_payment" && order.lapsed;
    const payments = order.payments.map(
      ({ method, state, amountMinor }) => `${method} ${amountMinor} ${state}`,
    );
    const refunds = order.refunds.map(({ amountMinor, state }) => `back ${amountMinor} ${state}`);
    return [
      isLapsed ? "lapsed" : order.state,
      order.goodsMinor + order.feeMinor,
      ...payments,
      ...refunds,
    ].join(", ");
  }),
});

/** What the provider has taken and not given back, when nothing is on its way. */
export function keptMinor({ orders }: ModelShop): number {
  const paid = orders.flatMap(({ payments }) => payments.filter(({ page }) => page === "paid"));
  const back = orders.flatMap(({ refunds }) => refunds.filter(({ method }) => method === "card"));
  return sum(paid) - sum(back);
}

const sum = (amounts: readonly { amountMinor: number }[]) =>
  amounts.reduce((total, { amountMinor }) => total + amountMinor, 0);

export type Named = {
  counters: CounterId[];
  skus: string[];
  principals: (PrincipalId | null)[];
  checkouts: (CheckoutId | null)[];
  orders: OrderReference[];
};

/** One statement, so that it is one moment. */
export async function observeReal(db: Db, named: Named): Promise<Observed> {
  const { rows } = await sql<Observed>`
    select
      array(
        select (capacity - consumed) || ' on hand, ' || (claimed - consumed) || ' reserved'
        from unnest(${named.counters}::text[]) with ordinality as name (id, at)
        join counter using (id) order by at
      ) as stock,
      array(
        select 'version ' || coalesce(cart.version, 0) || ': ' || coalesce((
          select string_agg(quantity || '×' || array_position(${named.skus}::text[], sku) - 1, ' '
            order by cart_line.position)
          from cart_line join variant on variant.id = variant_id where cart_id = cart.id), '')
        from unnest(${named.principals}::text[]) with ordinality as name (id, at)
        left join cart on cart.principal_id = name.id order by at
      ) as bags,
      array(
        select coalesce(case when state = 'open' and expires_at <= now() then 'lapsed' else state end
          || ', ' || extensions || ' times longer' || case when exists (
            select from claim where checkout_id = checkout.id and state = 'held'
              and checkout.state = 'open' and claim.expires_at <> checkout.expires_at
          ) then ', its claims end at another time' else '' end, 'none')
        from unnest(${named.checkouts}::text[]) with ordinality as name (id, at)
        left join checkout using (id) order by at
      ) as checkouts,
      array(
        select concat_ws(', ',
          case when state = 'pending_payment' and expires_at <= now() then 'lapsed' else state end,
          total_minor,
          (select string_agg(method || ' ' || amount_minor || ' ' || state, ', ' order by id)
            from payment where order_id = orders.id),
          (select string_agg('back ' || refund.amount_minor || ' ' || refund.state, ', ' order by refund.id)
            from refund join payment on payment.id = payment_id where order_id = orders.id))
        from unnest(${named.orders}::text[]) with ordinality as name (reference, at)
        join orders using (reference) order by at
      ) as orders
  `.execute(db);
  const [observed] = rows;
  if (!observed) throw new Error("A statement without a row.");
  return observed;
}

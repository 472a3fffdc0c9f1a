import type { World } from "../world.ts";
import { findingOf, type Finding } from "./finding.ts";

type Net = { order: string; chargesLeft: number; minor: number };

/** What the provider took and kept, held against our books: it knows nothing of them. */
export async function compareCharges({ shop }: World): Promise<Finding[]> {
  const nets = new Map<string, Net>();
  for (const charge of shop.simulator.charges()) {
    const order = charge.metadata["order_id"] ?? "none";
    const net = nets.get(order) ?? { order, chargesLeft: 0, minor: 0 };
    const left = charge.amount - charge.amount_refunded;
    net.minor += left;
    if (left > 0) net.chargesLeft += 1;
    nets.set(order, net);
  }
  const { rows } = await shop.client.pool.query<{ order_id: string; minor: number }>(
    `select order_id,
       sum(case when debit = 'provider' then amount_minor else -amount_minor end)::bigint as minor
     from audit.money_entries where 'provider' in (debit, credit) group by order_id`,
  );
  const booked = new Map(rows.map((row) => [row.order_id, row.minor]));
  const orders = new Set([...nets.keys(), ...booked.keys()]);
  const different = [...orders].flatMap((order) => {
    const provider = nets.get(order)?.minor ?? 0;
    const books = booked.get(order) ?? 0;
    return provider === books ? [] : [{ order, provider, books }];
  });
  return [
    ...findingOf(
      "charges",
      "charged-once",
      "No order has two charges that were not refunded.",
      [...nets.values()].filter(({ chargesLeft }) => chargesLeft > 1),
    ),
    ...findingOf(
      "charges",
      "provider-equals-books",
      "What the provider took and did not give back is what our books say, order by order.",
      different,
    ),
  ];
}

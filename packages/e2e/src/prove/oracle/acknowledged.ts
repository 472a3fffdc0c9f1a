import type { OrderReference } from "@tuckshop/contracts/ids";
import type { OrderState } from "@tuckshop/contracts/machines";
import type { KnownOrder } from "../record.ts";
import type { World } from "../world.ts";
import { findingOf, type Finding } from "./finding.ts";

type Found = { reference: OrderReference; state: OrderState; total_minor: number };

/** What people were told holds: their orders with their totals, their cancellations, their receipts. */
export async function holdAcknowledged(
  world: World,
  when: "at work" | "at rest",
): Promise<Finding[]> {
  const known = [...world.record.orders]; // before the look: what is told meanwhile is for the next one
  const { rows } = await world.shop.client.pool.query<Found>(
    "select reference, state, total_minor from audit.orders where reference = any($1)",
    [known.map(([reference]) => reference)],
  );
  const found = new Map(rows.map((row) => [row.reference, row]));
  const wrong = known.flatMap(([reference, order]) => {
    const why = whyWrong(order, found.get(reference), when);
    return why ? [{ reference, why, ...order, found: found.get(reference) }] : [];
  });
  return [
    ...findingOf(
      "acknowledged",
      "acknowledged-order-stands",
      "An order that somebody was told of exists, with that total, in a state that fits.",
      wrong,
    ),
    ...(await lostReceipts(world)),
  ];
}

function whyWrong(
  { totalMinor, totalUnsure, cancelled }: KnownOrder,
  found: Found | undefined,
  when: "at work" | "at rest",
): string | undefined {
  if (!found) return "lost";
  if (!totalUnsure && found.total_minor !== totalMinor) return "another total";
  if (cancelled === true && found.state !== "cancelled") return "cancelled, but not";
  if (when === "at rest" && found.state === "pending_payment") return "still waits for its payment";
  return undefined;
}

async function lostReceipts({ record, shop }: World): Promise<Finding[]> {
  const known = [...record.receipts];
  const { rows } = await shop.client.pool.query<{ cause: string; change: number }>(
    "select cause, change from audit.ledger where kind = 'receive'",
  );
  const changes = new Map(rows.map(({ cause, change }) => [cause.split(" ").at(-1), change]));
  return findingOf(
    "acknowledged",
    "acknowledged-receipt-stands",
    "Goods that somebody was told are received are in the ledger, once, in that quantity.",
    known.filter(({ key, quantity }) => changes.get(key) !== quantity),
  );
}

import type { World } from "../world.ts";
import { findingOf, type Finding } from "./finding.ts";

/** An event that we answered with 200 will never be sent again: it must be stored. */
export async function compareWebhooks({ shop }: World): Promise<Finding[]> {
  const taken = shop.simulator.webhookDeliveries().filter(({ delivered }) => delivered);
  const { rows } = await shop.client.pool.query<{ id: string }>("select id from audit.webhooks");
  const stored = new Set(rows.map(({ id }) => id));
  return findingOf(
    "acknowledged",
    "acknowledged-webhook-stands",
    "An event that was answered by 200 is stored.",
    taken.filter(({ event }) => !stored.has(event)),
  );
}

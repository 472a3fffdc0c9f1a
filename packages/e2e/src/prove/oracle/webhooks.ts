import type { World } from "../world.ts";
import { findingOf, type Finding } from "./finding.ts";

/** What the provider sent, however often, and what became of it. */
export async function compareWebhooks({ shop }: World): Promise<Finding[]> {
  const deliveries = shop.simulator.webhookDeliveries();
  const { rows } = await shop.client.pool.query<{ id: string }>("select id from audit.webhooks");
  const stored = new Set(rows.map(({ id }) => id));
  const last = new Map(deliveries.map((delivery) => [delivery.event, delivery]));
  return [
    ...findingOf(
      "acknowledged",
      "acknowledged-webhook-stands",
      "An event that was answered by 200 is stored: it will never be sent again.",
      deliveries.filter(({ delivered, event }) => delivered && !stored.has(event)),
    ),
    ...findingOf(
      "answers",
      "repeated-webhook-is-taken",
      "An event that was not stored, or comes again, is answered by 200 in the end.",
      [...last.values()].filter(({ status }) => status === 500),
    ),
  ];
}

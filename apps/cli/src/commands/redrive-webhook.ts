import type { ShopClient } from "@tuckshop/client/client";
import type { Print } from "../print.ts";

/** Tries an event again that was given up. */
export async function redriveWebhook(
  shop: ShopClient,
  eventId: string,
  print: Print,
): Promise<void> {
  const { type } = await shop.staff.webhooks.redrive.mutate({ eventId });
  print(`${eventId} (${type}) is tried again.`);
}

import type { ShopClient } from "@tuckshop/client/client";
import type { WebhookState } from "@tuckshop/contracts/machines";
import { allPages } from "../pages.ts";
import type { Print } from "../print.ts";
import { tableLines } from "../table.ts";
import { timeText } from "../time-text.ts";

export type ListWebhooksInput = { states: WebhookState[]; limit: number; json: boolean };

/** The provider's events, newest first, and what became of each. */
export async function listWebhooks(
  shop: ShopClient,
  { states, limit, json }: ListWebhooksInput,
  print: Print,
): Promise<void> {
  const events = await allPages(limit, (page) =>
    shop.staff.webhooks.list.query({ ...page, ...(states.length > 0 ? { states } : {}) }),
  );
  if (json) {
    print(JSON.stringify(events, null, 2));
    return;
  }
  if (events.length === 0) {
    print("No events.");
    return;
  }
  const rows = events.map((event) => [
    event.id,
    event.type,
    event.state,
    timeText(event.receivedAt),
    String(event.deliveryCount),
    String(event.attemptCount),
    event.order?.reference ?? "",
    event.dueAt || event.state === "dead" ? (event.lastError ?? "") : "",
  ]);
  print(tableLines(columns, rows).join("\n"));
}

const columns = [
  { title: "EVENT", align: "left" },
  { title: "TYPE", align: "left" },
  { title: "STATE", align: "left" },
  { title: "RECEIVED", align: "left" },
  { title: "DELIVERED", align: "right" },
  { title: "ATTEMPTS", align: "right" },
  { title: "ORDER", align: "left" },
  { title: "LAST ERROR", align: "left" },
] as const;

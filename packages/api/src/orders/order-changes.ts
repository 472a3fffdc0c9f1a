import { ShopError } from "@tuckshop/contracts/errors";
import { OrderId, type PrincipalId } from "@tuckshop/contracts/ids";
import type { OrderChange, TrackOrder } from "@tuckshop/contracts/orders";
import type { ReadDb } from "@tuckshop/db/schema";
import { changes } from "../events/changes.ts";
import type { Events } from "../events/events.ts";
import { isOrderToken } from "./link-token.ts";

type Watcher = {
  db: ReadDb;
  events: Events;
  principalId: PrincipalId | null;
  linkSecret: string;
  signal: AbortSignal | undefined;
};

/** Hints about one order, for whoever may track it. */
export async function ownOrderChanges(
  { db, events, principalId, linkSecret, signal }: Watcher,
  { reference, token }: TrackOrder,
): Promise<AsyncGenerator<OrderChange, void>> {
  const order = await db
    .selectFrom("orders")
    .select(["id", "principal_id"])
    .where("reference", "=", reference)
    .executeTakeFirst();
  const isOwner = principalId !== null && order?.principal_id === principalId;
  const hasToken = token !== undefined && isOrderToken(linkSecret, reference, token);
  if (!order || (!isOwner && !hasToken))
    throw new ShopError({ code: "NOT_FOUND", entity: "order" });
  const person = principalId ?? reference;
  return named(changes(events, { topic: "order", id: order.id, person, signal }));
}

/** Hints about every order, for the staff. */
export const everyOrderChanges = (events: Events, person: PrincipalId, signal?: AbortSignal) =>
  named(changes(events, { topic: "order", person, signal }));

async function* named(heard: ReturnType<typeof changes>): AsyncGenerator<OrderChange, void> {
  for await (const one of heard) {
    yield { orderId: one === "missed" ? null : OrderId.parse(one.id) };
  }
}

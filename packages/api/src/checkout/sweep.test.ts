import { expect, test } from "vitest";
import { cardOrder } from "../testing/card-order.ts";
import { rowsOf } from "../testing/paid-order.ts";
import { createTestShop } from "../testing/test-shop.ts";
import { sweepCheckouts } from "./sweep.ts";

// Red when the sweep does not catch: the order that cannot be ended then keeps all others from it.
test("S44 an order that cannot be ended keeps no other from its end", async () => {
  const shop = await createTestShop();
  const { db } = shop;
  const broken = await rowsOf(shop, (await cardOrder(shop, { sku: "BROKEN" })).reference);
  const { reference } = await cardOrder(shop, { sku: "WELL" });
  await db.deleteFrom("payment_attempt").where("payment_id", "=", broken.payment.id).execute();
  await db.deleteFrom("payment").where("id", "=", broken.payment.id).execute();
  await db.updateTable("orders").set({ expires_at: "2020-01-01T00:00:00.000Z" }).execute();
  await sweepCheckouts(shop.services.tasks, {});
  expect((await rowsOf(shop, reference)).order.state).toBe("expired");
  const { state } = await db
    .selectFrom("orders")
    .select("state")
    .where("id", "=", broken.order.id)
    .executeTakeFirstOrThrow();
  expect(state).toBe("pending_payment");
});

import { orderMachine } from "@tuckshop/contracts/machines";
import { StaffAction } from "@tuckshop/contracts/orders";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { buy } from "../testing/purchase.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { orderToken } from "./link-token.ts";

const confirmed = async (shop: TestShop) => {
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
  const shopper = shop.shopper();
  const { reference } = await buy(shopper, [{ variantId, quantity: 1 }], "cash");
  const { id: orderId } = await shop.db
    .selectFrom("orders")
    .select("id")
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
  return { shopper, reference, orderId };
};

test("S45 the list pages through every order, newest first, none twice and none missing", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 99 });
  const shopper = shop.shopper();
  const placed: string[] = [];
  for (let count = 0; count < 7; count++) {
    placed.unshift((await buy(shopper, [{ variantId, quantity: 1 }], "cash")).reference);
  }
  const viewer = await shop.staff("viewer");
  const seen: string[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await viewer.call().staff.orders.list({ limit: 3, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map((item) => item.reference));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(placed);
  await expect(viewer.call().staff.orders.list({ cursor: "bm9uc2Vuc2U" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});

test("S45 an order opens for its device and for the token of the mail, and for nobody else", async () => {
  const shop = await createTestShop();
  const { reference } = await confirmed(shop);
  const stranger = shop.shopper();
  const token = orderToken(shop.services.tasks.linkSecret, reference);
  expect(await stranger.call().order.track({ reference, token })).toMatchObject({ reference });
  const other = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
  for (const wrong of [{ reference }, { reference, token: other }]) {
    await expect(stranger.call().order.track(wrong)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});

// Red when whyNot and transition both stop asking the machine; either alone still refuses.
test("S46 in each state exactly the machine's moves are offered, and the others are refused", async () => {
  const shop = await createTestShop();
  const { orderId } = await confirmed(shop);
  const owner = await shop.staff("owner");
  for (const step of ["pack", "make_ready", "collect"] as const) {
    const order = await owner.call().staff.orders.get({ orderId });
    const offered = order.actions.filter((action) => action.enabled).map((action) => action.action);
    const legal = order.actions
      .map((action) => action.action)
      .filter((action) => orderMachine.can(action, order.state));
    expect(offered).toEqual(legal);
    for (const action of StaffAction.options.filter((option) => !offered.includes(option))) {
      await expect(
        owner.call().staff.orders.act({ orderId, action, baseVersion: order.version }),
      ).rejects.toMatchObject({ cause: { refusal: { code: "ILLEGAL_TRANSITION" } } });
    }
    await owner.call().staff.orders.act({ orderId, action: step, baseVersion: order.version });
  }
  await expectInvariants(shop.db);
});

// Red when lockOrder does not lock the order: both then act on the version that they saw.
test("S46 V16 of two people who act on what they both saw, one is told that it changed", async () => {
  const shop = await createTestShop({ connectionsMax: 4 });
  const { orderId } = await confirmed(shop);
  const [packer, manager] = [await shop.staff("packer"), await shop.staff("manager")];
  const { version: baseVersion } = await packer.call().staff.orders.get({ orderId });
  const { won, lost } = await race<unknown>([
    () => packer.call().staff.orders.act({ orderId, action: "pack", baseVersion }),
    () => manager.call().staff.orders.act({ orderId, action: "cancel", baseVersion }),
  ]);
  expect(won).toHaveLength(1);
  expect(lost).toMatchObject([{ cause: { refusal: { code: "VERSION_CONFLICT" } } }]);
  await expectInvariants(shop.db);
});

test("S46 a role moves only what its permissions name, and nobody moves anything unsigned", async () => {
  const shop = await createTestShop();
  const { orderId } = await confirmed(shop);
  const act = { orderId, action: "pack", baseVersion: 2 } as const;
  for (const role of ["viewer", "rider"] as const) {
    const person = await shop.staff(role);
    await expect(person.call().staff.orders.act(act)).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  await expect(shop.shopper().call().staff.orders.act(act)).rejects.toMatchObject({
    code: "UNAUTHORIZED",
  });
  const [order] = await shop.db.selectFrom("orders").select("state").execute();
  expect(order?.state).toBe("confirmed");
});

test("the confirmation is mailed once, with a link that opens the order", async () => {
  const shop = await createTestShop();
  const { reference, orderId } = await confirmed(shop);
  await shop.runJobs();
  const { mailConfirmation } = await import("../notifications/mail-confirmation.ts");
  await mailConfirmation(shop.services.tasks, { orderId });
  expect(shop.mails).toHaveLength(1);
  const token = /\?k=([A-Za-z0-9_-]{43})/.exec(shop.mails[0]?.text ?? "")?.[1];
  expect(await shop.shopper().call().order.track({ reference, token })).toMatchObject({
    reference,
  });
});

import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, hasBrowser } from "../browser.ts";
import { httpShopper } from "../http-shopper.ts";
import { buy } from "../purchase.ts";
import { openScene } from "./open-scene.ts";
import { signInAsOwner } from "./staff-steps.ts";

describe.runIf(hasBrowser)("the owner takes goods back", { timeout: 90_000 }, () => {
  const scene = openScene();

  /** A cash order of three of one article and one of another, handed over. */
  const deliveredOrder = async () => {
    const { shop } = httpShopper(scene.stack.url);
    const { version: baseVersion } = await shop.bag.get.query();
    const melted = await makeVariant(scene.stack.db, { sku: "MELTED" });
    const sealed = await makeVariant(scene.stack.db, { sku: "SEALED" });
    const lines = [
      { variantId: melted.variantId, quantity: 3 },
      { variantId: sealed.variantId, quantity: 1 },
    ];
    await shop.bag.put.mutate({ baseVersion, lines });
    const { orderId } = await ownOrder(await buy(shop, "cash"));
    const { shop: counter } = httpShopper(scene.stack.url);
    await counter.staff.session.signIn.mutate({ ...scene.stack.owner, transport: "cookie" });
    for (const action of ["pack", "make_ready", "collect"] as const) {
      const { version } = await counter.staff.orders.get.query({ orderId });
      await counter.staff.orders.act.mutate({ orderId, action, baseVersion: version });
    }
    return orderId;
  };

  const ownOrder = ({ reference }: Awaited<ReturnType<typeof buy>>) =>
    scene.stack.db
      .selectFrom("orders")
      .select("id as orderId")
      .where("reference", "=", reference)
      .executeTakeFirstOrThrow();

  test("one article into the bin, the other onto the shelf, on a phone and in the dark", async () => {
    const orderId = await deliveredOrder();
    const page = await signInAsOwner(scene.browser, scene.stack, {
      viewport: { width: 320, height: 800 },
      colorScheme: "dark",
      reducedMotion: "reduce", // axe would measure colours that are still on their way
    });
    await page.goto(`${scene.stack.url}/admin/orders/${orderId}`);
    await page.getByRole("button", { name: "Take goods back…" }).click();
    const dialog = page.getByRole("dialog", { name: "Take goods back" });
    await dialog.getByLabel("MELTED", { exact: true }).selectOption("2");
    await dialog.getByLabel("SEALED", { exact: true }).selectOption("1");
    await dialog.getByLabel("Where SEALED goes").selectOption({ label: "Back on the shelf" });
    await dialog.getByLabel("Reason").fill("two were melted");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await dialog.getByRole("button", { name: "Take back and refund" }).click();
    await waitUntil(async () => (await dialog.count()) === 0, { what: "the dialog to close" });
    const lines = await scene.stack.db
      .selectFrom("order_line")
      .select(["sku", "restocked_quantity as shelf", "wasted_quantity as bin"])
      .where("order_id", "=", orderId)
      .orderBy("sku")
      .execute();
    expect(lines).toEqual([
      { sku: "MELTED", shelf: 0, bin: 2 },
      { sku: "SEALED", shelf: 1, bin: 0 },
    ]);
    await expectInvariants(scene.stack.db);
  });
});

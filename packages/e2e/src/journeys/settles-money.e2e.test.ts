import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, hasBrowser } from "../browser.ts";
import { httpShopper } from "../http-shopper.ts";
import { buy, putInBag } from "../purchase.ts";
import { openScene } from "./open-scene.ts";
import { signInAsOwner } from "./staff-steps.ts";

describe.runIf(hasBrowser)("the owner settles money", { timeout: 90_000 }, () => {
  const scene = openScene();

  const control = async (path: string, body: object) => {
    const init = { method: "POST", body: JSON.stringify(body) };
    expect((await fetch(`${scene.stack.simulator.url}/_control/${path}`, init)).status).toBe(200);
  };

  const refunds = async () => {
    const { db } = scene.stack;
    return await db.selectFrom("refund").select(["state", "provider_refund_id"]).execute();
  };
  const refundIs = (state: string) =>
    waitUntil(async () => (await refunds()).some((refund) => refund.state === state), {
      what: `a refund to be ${state}`,
    });

  const payment = () =>
    scene.stack.db.selectFrom("payment").select(["order_id", "state"]).executeTakeFirstOrThrow();

  /** An order that was paid by card, and a refund of it that the buyer's bank sent back. */
  const orderWithBouncedRefund = async () => {
    const { variantId } = await makeVariant(scene.stack.db, { sku: "KULFI" });
    const { shop } = httpShopper(scene.stack.url);
    await putInBag(shop, variantId);
    const { reference } = await buy(shop, "card");
    const opened = await shop.payment.open.mutate({ reference });
    if (opened.kind !== "redirect") throw new Error(`Expected a page, got ${opened.kind}.`);
    const session = /cs_\w+/.exec(opened.url)?.[0];
    await control("pay", { session, card: "4242424242424242" });
    await waitUntil(async () => (await payment()).state === "captured", { what: "the money" });
    const { order_id: orderId } = await payment();
    const { shop: counter } = httpShopper(scene.stack.url);
    await counter.staff.session.signIn.mutate({ ...scene.stack.owner, transport: "cookie" });
    const { version: baseVersion } = await counter.staff.orders.get.query({ orderId });
    const refund = { kind: "amount", amount: { minor: 1_000, currency: "INR" } } as const;
    await counter.staff.orders.refund.mutate({ orderId, baseVersion, refund, reason: "melted" });
    await refundIs("succeeded");
    await control("refunds/bounce", { refund: (await refunds())[0]?.provider_refund_id });
    await refundIs("failed");
    return reference;
  };

  test("a refund that bounced is found from Today and made again, on a phone and in the dark", async () => {
    const reference = await orderWithBouncedRefund();
    const page = await signInAsOwner(scene.browser, scene.stack, {
      viewport: { width: 320, height: 800 },
      colorScheme: "dark",
      reducedMotion: "reduce", // axe would measure colours that are still on their way
    });
    await expectAccessible(page);
    await page.getByRole("link", { name: /1\s*with money to settle/ }).click();
    await page.getByRole("link", { name: reference }).click();
    await page.getByRole("button", { name: "Refund again…" }).click();
    await page.getByRole("dialog", { name: "Refund it again?" }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Refund ₹10" }).click();
    await refundIs("succeeded");
    await page.getByText("Refunded again").waitFor();
    await page.goto(`${scene.stack.url}/admin/orders?state=to-settle`);
    await page.getByText("No money waits for a decision").waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await expectInvariants(scene.stack.db);
  });
});

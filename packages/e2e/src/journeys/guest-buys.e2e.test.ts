import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { waitUntil } from "@tuckshop/testing/wait-until";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectBooks } from "../books.ts";
import { expectAccessible, expectNoSidewaysScroll, hasBrowser } from "../browser.ts";
import { openScene } from "./open-scene.ts";
import { addAndCheckOut, fillDelivery, payByCard } from "./storefront-steps.ts";

describe.runIf(hasBrowser)("a guest", { timeout: 60_000 }, () => {
  const scene = openScene();

  const visit = async (): Promise<Page> => {
    const context = await scene.browser.newContext({ viewport: { width: 360, height: 740 } });
    return await context.newPage();
  };

  const paymentState = async () => {
    const payment = await scene.stack.db
      .selectFrom("payment")
      .select("state")
      .orderBy("id", "desc")
      .executeTakeFirst();
    return payment?.state;
  };

  test("buys with cash, typing at most nine fields, and lands on tracking without an account", async () => {
    const page = await visit();
    const typed = { fields: 0 };
    await addAndCheckOut(page, scene.stack.url, "mango-kulfi");
    await fillDelivery(page, typed);
    await page.getByLabel("Cash when it arrives").check();
    await page.getByRole("button", { name: /^Place order/ }).dblclick();
    await page.waitForURL(/\/o\//);
    expect(typed.fields).toBeLessThanOrEqual(9);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const tracking = page.url();
    await page.goBack();
    await page.goto(tracking);
    await page.reload();
    await page.getByRole("region", { name: "Receipt" }).waitFor();
    await expectAccessible(page);
    const orders = await scene.stack.db.selectFrom("orders").select("state").execute();
    expect(orders).toEqual([{ state: "confirmed" }]);
    await expectBooks(scene.stack, { charges: 0 });
  });

  test("pays on the provider's page, and the webhook confirms the order", async () => {
    const page = await visit();
    await addAndCheckOut(page, scene.stack.url, "mango-kulfi");
    await fillDelivery(page);
    await page.getByRole("button", { name: /^Pay .* online/ }).click();
    await payByCard(page, "4242424242424242");
    await page.waitForURL(/\/o\//);
    await page.getByText(/^Paid once/).waitFor();
    expect(await paymentState()).toBe("captured");
    const applied = await waitUntil(
      () =>
        scene.stack.db
          .selectFrom("webhook_event")
          .select("id")
          .where("type", "=", "checkout.session.completed")
          .where("state", "=", "applied")
          .executeTakeFirst(),
      { what: "the webhook to be applied" },
    );
    expect(applied.id).toMatch(/^evt_/);
    await page.goto(`${scene.stack.url}/bag`);
    await page.getByText("Nothing in it yet.").waitFor();
    await expectBooks(scene.stack, { charges: 1 });
  });

  test("leaves the provider's page at once, and the webhook alone confirms the order", async () => {
    const page = await visit();
    await addAndCheckOut(page, scene.stack.url, "jamun-sorbet");
    await fillDelivery(page);
    await page.getByRole("button", { name: /^Pay .* online/ }).click();
    await page.getByLabel("Card number").waitFor();
    const session = /cs_test_[A-Za-z0-9]+/.exec(page.url())?.[0];
    await page.close(); // nobody comes back to ask
    await fetch(`${scene.stack.simulator.url}/_control/pay`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ session }),
    });
    await waitUntil(async () => (await paymentState()) === "captured", {
      what: "the payment to be captured by its webhook",
    });
    await expectBooks(scene.stack, { charges: 2 });
  });

  test("is declined, comes back, and pays cash for the same order", async () => {
    const page = await visit();
    await addAndCheckOut(page, scene.stack.url, "mango-kulfi");
    await fillDelivery(page);
    await page.getByRole("button", { name: /^Pay .* online/ }).click();
    await payByCard(page, "4000000000000002");
    await page.getByText("Your card was declined.").waitFor();
    await page.getByRole("link", { name: "Back" }).click();
    await page.getByRole("heading", { name: "Nothing was charged." }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Pay cash instead" }).click();
    await page.waitForURL(/\/o\//);
    const payments = await scene.stack.db
      .selectFrom("payment")
      .select(["method", "state"])
      .orderBy("id", "desc")
      .limit(2)
      .execute();
    expect(payments).toEqual([
      { method: "cash", state: "due" },
      { method: "card", state: "cancelled" },
    ]);
    await expectBooks(scene.stack, { charges: 2 });
  });

  test("is asked before the hold ends, and gets more time with one press", async () => {
    const page = await visit();
    await page.clock.install();
    await addAndCheckOut(page, scene.stack.url, "mango-kulfi");
    await fillDelivery(page);
    await expect.poll(() => page.getByRole("button", { name: "Need more time" }).count()).toBe(0);
    await page.clock.fastForward("13:30");
    await page.getByRole("button", { name: "Need more time" }).click();
    await page.getByRole("button", { name: "Need more time" }).waitFor({ state: "hidden" });
    // The button says “Holding…” meanwhile, so its going says only that the server was asked.
    const checkout = () =>
      scene.stack.db
        .selectFrom("checkout")
        .select(["state", "extensions"])
        .orderBy("id", "desc")
        .executeTakeFirst();
    await expect.poll(checkout).toEqual({ state: "open", extensions: 1 });
    await expectInvariants(scene.stack.db);
  });

  test("finds every page accessible, in light and dark, and none wider than 320 px", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await scene.browser.newContext({
        viewport: { width: 320, height: 700 },
        colorScheme,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      const check = async () => {
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };
      for (const path of ["/", "/c/ice-cream", "/p/mango-kulfi", "/bag", "/p/no-such-thing"]) {
        await page.goto(`${scene.stack.url}${path}`, { waitUntil: "networkidle" });
        await page.getByRole("heading", { level: 1 }).waitFor();
        await check();
      }
      await addAndCheckOut(page, scene.stack.url, "tender-coconut");
      await check();
      await fillDelivery(page);
      await check();
      await page.goto(`${scene.stack.url}/bag`, { waitUntil: "networkidle" });
      await check();
      await context.close();
    }
    await expectInvariants(scene.stack.db);
  });
});

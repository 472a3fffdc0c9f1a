import { OrderReference } from "@tuckshop/contracts/ids";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectBooks } from "../books.ts";
import { expectAccessible, expectNoSidewaysScroll, hasBrowser } from "../browser.ts";
import { openScene } from "./open-scene.ts";
import { signInAsOwner } from "./staff-steps.ts";
import { addAndCheckOut, fillDelivery, payByCard } from "./storefront-steps.ts";

const act = async (page: Page, name: RegExp) => {
  await page.getByRole("button", { name }).first().click();
};

describe.runIf(hasBrowser)("the staff", { timeout: 60_000 }, () => {
  const scene = openScene();

  const signedIn = (options?: Parameters<Browser["newContext"]>[0]) =>
    signInAsOwner(scene.browser, scene.stack, options);

  const buy = async (
    how: "card" | "cash",
    then: (page: Page) => Promise<void> = async () => {},
  ): Promise<string> => {
    const context = await scene.browser.newContext();
    const page = await context.newPage();
    await addAndCheckOut(page, scene.stack.url, "mango-kulfi");
    await fillDelivery(page);
    if (how === "cash") {
      await page.getByLabel("Cash when it arrives").check();
      await page.getByRole("button", { name: /^Place order/ }).click();
    } else {
      await page.getByRole("button", { name: /^Pay .* online/ }).click();
      await payByCard(page, "4242424242424242");
    }
    await page.waitForURL(/\/o\//);
    await then(page);
    await context.close();
    return /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(page.url())?.[0] ?? "";
  };

  const openOrder = async (page: Page, reference: string) => {
    await page.goto(`${scene.stack.url}/admin/orders`);
    await page.getByRole("link", { name: reference }).first().click();
    await page.getByRole("heading", { level: 1, name: reference }).waitFor();
  };

  const stateOf = async (reference: string) => {
    const order = await scene.stack.db
      .selectFrom("orders")
      .innerJoin("payment", "payment.order_id", "orders.id")
      .select(["orders.state as order", "payment.state as payment"])
      .where("reference", "=", OrderReference.parse(reference))
      .executeTakeFirst();
    return order;
  };

  test("pack an order, send it out, deliver it and take its cash", async () => {
    const reference = await buy("cash");
    const page = await signedIn();
    await openOrder(page, reference);
    await act(page, /^Mark packed/);
    await act(page, /^Send out for delivery/);
    await act(page, /^Mark delivered and take the cash/);
    await page.getByText("Delivered").first().waitFor();
    expect(await stateOf(reference)).toEqual({ order: "delivered", payment: "collected" });
    await expectBooks(scene.stack, { charges: 0 });
  });

  test("cancel a paid order, and its money goes back", async () => {
    const reference = await buy("card");
    const page = await signedIn();
    await openOrder(page, reference);
    await act(page, /^Cancel and refund/);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /refund/i })
      .click();
    await page.getByText("Cancelled").first().waitFor();
    await expect
      .poll(() => scene.stack.simulator.charges().map((charge) => charge.amount_refunded), {
        timeout: 15_000,
      })
      .toEqual([7_500]);
    await expect.poll(() => expectBooks(scene.stack, { charges: 1 }).then(() => true)).toBe(true);
  });

  test("refund one of two articles, and the customer sees it", async () => {
    const context = await scene.browser.newContext();
    const shopper = await context.newPage();
    await addAndCheckOut(shopper, scene.stack.url, "mango-kulfi");
    await fillDelivery(shopper);
    await shopper.getByRole("button", { name: /^Pay .* online/ }).click();
    await payByCard(shopper, "4242424242424242");
    await shopper.waitForURL(/\/o\//);
    const reference = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(shopper.url())?.[0] ?? "";

    await shopper.getByRole("button", { name: "Something is wrong with it" }).click();
    const asking = shopper.getByRole("dialog");
    await asking.getByLabel("What happened").fill("It was melted.");
    await asking.getByLabel("Mango kulfi").selectOption("1");
    await expectAccessible(shopper);
    await shopper.getByRole("button", { name: "Ask for a refund" }).click();
    await shopper.getByText("We look at it, and answer here.").waitFor();

    const page = await signedIn({ viewport: { width: 320, height: 700 } });
    await openOrder(page, reference);
    await act(page, /^Refund…/);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("An amount").check();
    await dialog.getByLabel("Amount", { exact: true }).fill("15.50");
    await dialog.getByLabel("Reason").fill("late");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await dialog.getByRole("button", { name: "Refund ₹15.50" }).click();
    await page.getByText("Paid back").first().waitFor({ timeout: 20_000 });

    await act(page, /^Decline…/);
    await dialog.getByLabel("Reason").fill("We refunded a part.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Decline" }).click();
    await page.getByText("Refund declined").first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await shopper.getByText("We refunded a part.").first().waitFor({ timeout: 20_000 });
    await shopper.getByText("₹15.50 has gone back to you.").waitFor({ timeout: 20_000 });
    await shopper.setViewportSize({ width: 320, height: 700 });
    await expectAccessible(shopper);
    await expectNoSidewaysScroll(shopper);
    expect(scene.stack.simulator.charges().at(-1)?.amount_refunded).toBe(1_550);
    await context.close();
  });

  test("a cash order is paid online instead, and in cash after all", async () => {
    await buy("cash", async (page) => {
      await page.setViewportSize({ width: 320, height: 700 });
      const order = page.url();
      await page.getByRole("button", { name: "Pay online instead" }).click();
      await page.getByLabel("Card number").waitFor();
      await page.goto(order);
      await page.getByText(/if you leave that, it is due in cash again/).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole("button", { name: "Pay cash instead" }).click();
      await page.getByText(/Please keep .* in cash ready/).waitFor();
    });
    await expectInvariants(scene.stack.db);
  });

  test("receive stock, and the ledger shows it", async () => {
    const page = await signedIn();
    await page.goto(`${scene.stack.url}/admin/stock`);
    await page.getByRole("searchbox").fill("KUL-MNG-80");
    await page.getByText("KUL-MNG-80").first().waitFor();
    await page.getByRole("button", { name: "Receive Mango kulfi" }).first().click();
    await page.getByLabel("How many came in").fill("24");
    await page.getByLabel("From where").fill("dairy van");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Add to stock" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const entry = await scene.stack.db
      .selectFrom("counter_entry")
      .select(["kind", "change", "reason"])
      .orderBy("id", "desc")
      .executeTakeFirst();
    expect(entry).toEqual({ kind: "receive", change: 24, reason: "dairy van" });
    await expectInvariants(scene.stack.db);
  });

  test("find every page accessible, in light and dark, and none wider than a phone", async () => {
    const reference = await buy("cash");
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await signedIn({ viewport: { width: 320, height: 700 }, colorScheme });
      for (const path of ["", "orders", "stock", "books"]) {
        await page.goto(`${scene.stack.url}/admin/${path}`, { waitUntil: "networkidle" });
        await page.getByRole("heading", { level: 1 }).waitFor();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
      await openOrder(page, reference);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.context().close();
    }
  });
});

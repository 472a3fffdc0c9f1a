import { OrderReference, Sku } from "@tuckshop/contracts/ids";
import type { OrderState } from "@tuckshop/contracts/machines";
import { recordWebhookEvent } from "@tuckshop/db/atomic/webhook-event";
import { transition } from "@tuckshop/db/atomic/transition";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, hasBrowser } from "../browser.ts";
import { httpShopper } from "../http-shopper.ts";
import { buy, putInBag } from "../purchase.ts";
import { openScene } from "./open-scene.ts";
import { signInAsOwner } from "./staff-steps.ts";

const unknownPayment = `pay_${"0".repeat(32)}`;

describe.runIf(hasBrowser)("the owner", { timeout: 60_000 }, () => {
  const scene = openScene();

  const cashOrder = async () => {
    const { variantId, sku } = await scene.stack.db
      .selectFrom("variant")
      .select(["id as variantId", "sku"])
      .where("sku", "=", Sku.parse("KUL-MNG-80"))
      .executeTakeFirstOrThrow();
    const { shop } = httpShopper(scene.stack.url);
    await putInBag(shop, variantId);
    const { reference } = await buy(shop, "cash");
    return { reference, sku };
  };

  const setState = (reference: string, state: OrderState) =>
    scene.stack.db
      .updateTable("orders")
      .set({ state })
      .where("reference", "=", OrderReference.parse(reference))
      .execute();

  /** Seven pieces that nobody brought, and an order that nobody packed. */
  const damage = async (reference: string, sku: Sku) => {
    await setState(reference, "packed");
    const { counter_id } = await scene.stack.db
      .selectFrom("variant")
      .select("counter_id")
      .where("sku", "=", sku)
      .executeTakeFirstOrThrow();
    return await scene.stack.db
      .insertInto("counter_entry")
      .values({ counter_id, kind: "receive", change: 7, cause: "by hand", actor: "somebody" })
      .returning("id")
      .executeTakeFirstOrThrow();
  };

  test("sees all the books hold, damage named by its rows, and the way to what it is about", async () => {
    const { reference, sku } = await cashOrder();
    const page = await signInAsOwner(scene.browser, scene.stack);
    await page.getByRole("link", { name: "Books" }).click();
    await page.getByRole("heading", { name: /^All \d+ checks hold$/ }).waitFor();
    await expectAccessible(page);

    const { id } = await damage(reference, sku);
    // By the keyboard alone, as at a till without a mouse.
    await page.getByRole("button", { name: "Check again" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^2 checks do not hold: 2 rows$/ }).waitFor();
    await expectAccessible(page);
    const stock = page.getByRole("region", { name: "Rows for which stock-equals-ledger" });
    expect(await stock.getByRole("cell", { name: sku, exact: true }).count()).toBe(1);
    await stock.getByRole("link", { name: `Ledger of ${sku}` }).click();
    await page.getByRole("heading", { level: 2, name: "Ledger" }).waitFor();
    await page.goBack();
    await page
      .getByRole("region", { name: "Rows for which state-equals-history" })
      .getByRole("link", { name: /^Order/ })
      .click();
    await page.getByRole("heading", { level: 1, name: reference }).waitFor();

    for (const colorScheme of ["light", "dark"] as const) {
      const phone = await signInAsOwner(scene.browser, scene.stack, {
        viewport: { width: 320, height: 700 },
        colorScheme,
      });
      await phone.goto(`${scene.stack.url}/admin/books`);
      await phone.getByRole("heading", { name: /^2 checks do not hold/ }).waitFor();
      await expectAccessible(phone);
      await expectNoSidewaysScroll(phone);
      await phone.context().close();
    }
    await scene.stack.db.deleteFrom("counter_entry").where("id", "=", id).execute();
    await setState(reference, "confirmed");
  });

  test("sees what was given up, and has it tried again", async () => {
    const eventId = "evt_of_the_journey";
    const object = { id: "ch_1", object: "charge", metadata: { payment_id: unknownPayment } };
    await scene.stack.db.transaction().execute(async (tx) => {
      const type = "charge.succeeded";
      const payload = JSON.stringify({ id: eventId, type, data: { object } });
      await recordWebhookEvent(tx, { id: eventId, type, objectId: "ch_1", payload });
      await transition(tx, "webhook_event", eventId, "bury", { actor: "test" });
      await tx
        .updateTable("webhook_event")
        .set({ attempt_count: 12, last_error: "The payment is not known yet." })
        .where("id", "=", eventId)
        .execute();
    });
    const page = await signInAsOwner(scene.browser, scene.stack);
    await page.goto(`${scene.stack.url}/admin/books/events?state=dead`);
    await page.getByText("The payment is not known yet.").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: `Try again ${eventId}` }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "No event is in this state" }).waitFor();
    await page.goto(`${scene.stack.url}/admin/books/events`);
    const shown = page.getByRole("navigation", { name: "Which events" });
    await shown.locator("[aria-current=page]").waitFor();
    expect(await shown.locator("[aria-current=page]").allTextContents()).toEqual(["All"]);
    await page.getByText(`The payment ${unknownPayment} is not known yet.`).waitFor();
    await page.getByText("13 attempts").waitFor();
    await page.getByRole("link", { name: "Jobs" }).click();
    await page.getByText("webhook.apply").waitFor();
    await expectAccessible(page);

    for (const colorScheme of ["light", "dark"] as const) {
      const phone = await signInAsOwner(scene.browser, scene.stack, {
        viewport: { width: 320, height: 700 },
        colorScheme,
      });
      for (const [path, text] of [
        ["events", "charge.succeeded"],
        ["jobs", "webhook.apply"],
      ] as const) {
        await phone.goto(`${scene.stack.url}/admin/books/${path}`);
        await phone.getByText(text).first().waitFor();
        await expectAccessible(phone);
        await expectNoSidewaysScroll(phone);
      }
      await phone.context().close();
    }
  });
});

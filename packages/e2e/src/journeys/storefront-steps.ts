import type { Page } from "playwright-core";

/** Puts one of a product into the bag and walks to the first step of the checkout. */
export async function addAndCheckOut(page: Page, shopUrl: string, slug: string): Promise<void> {
  await page.goto(`${shopUrl}/p/${slug}`);
  await page.getByRole("button", { name: /^Add to bag/ }).click();
  await page.getByRole("link", { name: /^Bag/ }).first().click();
  await page
    .getByRole("link", { name: /^Check out/ })
    .or(page.getByRole("button", { name: /^Check out/ }))
    .first()
    .click();
  await page.getByRole("heading", { name: "How would you like to get it?" }).waitFor();
}

export type Typed = { fields: number };

/** Fills the steps how and who for a delivery, counting what a person has to type. */
export async function fillDelivery(page: Page, typed: Typed = { fields: 0 }): Promise<void> {
  const type = async (label: string, text: string) => {
    await page.getByLabel(label).fill(text);
    typed.fields += 1;
  };
  await type("Pincode", "560038");
  await page.getByRole("button", { name: "Hold my things and go on" }).click();
  await page.getByRole("heading", { name: "Who is it for?" }).waitFor();
  await type("Full name", "Meera Rao");
  await type("Mobile number", "98860 00000");
  await type("House, street", "14, 12th Main");
  await page.getByRole("button", { name: "Go on to paying" }).click();
  await page.getByRole("heading", { name: "How would you like to pay?" }).waitFor();
}

/** Types a card into the provider's page and presses Pay. */
export async function payByCard(page: Page, number: string): Promise<void> {
  await page.getByLabel("Card number").fill(number);
  await page.getByLabel("Expiry (MM/YY)").fill("12/34");
  await page.getByLabel("Security code (CVC)").fill("123");
  await page.getByLabel("Name on card").fill("Meera Rao");
  await page.getByRole("button", { name: /^Pay/ }).click();
}

import type { Browser, Page } from "playwright-core";
import type { TestStack } from "../stack.ts";

/** The owner behind the counter, at Today. */
export async function signInAsOwner(
  browser: Browser,
  stack: TestStack,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(`${stack.url}/admin/`);
  await page.getByLabel("E-mail").fill(stack.owner.email);
  await page.getByLabel("Password").fill(stack.owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: /Today/ }).waitFor();
  return page;
}

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Browser, type Page } from "playwright-core";
import { expect } from "vitest";
import { isCI } from "./env.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

/** Whether the journeys can run. In CI they must, so there they fail instead of being left out. */
export const hasBrowser = executablePath !== undefined || isCI;
if (!hasBrowser) {
  process.stderr.write(
    "No Chromium here: the browser journeys are LEFT OUT (apt-get install chromium).\n",
  );
}

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function openBrowser(): Promise<Browser> {
  if (!executablePath) {
    throw new Error("The journeys need a browser: apt-get install chromium");
  }
  return await chromium.launch({ executablePath, args });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

type Violation = { id: string; nodes: { html: string; failureSummary: string }[] };

/** Fails with what axe finds against WCAG 2.2 AA and good practice on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const injected = await page.evaluate("'axe' in window");
  if (!injected) await page.evaluate(axe); // by the debugger: our own policy lets no script in
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then((result) => result.violations)`,
  );
  const found = violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
  expect(found, page.url()).toEqual([]);
}

/** Fails when the page is wider than its window, as it would be to a person at 320 px. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = await page.evaluate<{ content: number; window: number }>(
    "({ content: document.documentElement.scrollWidth, window: window.innerWidth })",
  );
  expect(widths.content, page.url()).toBeLessThanOrEqual(widths.window);
}

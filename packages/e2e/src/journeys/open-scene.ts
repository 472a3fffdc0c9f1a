import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "../browser.ts";
import { startStack, type TestStack } from "../stack.ts";

export type Scene = { readonly stack: TestStack; readonly browser: Browser };

/** A whole shop and a browser for the journeys of one file: there from the first test to the last. */
export function openScene(): Scene {
  let scene: Scene | undefined;
  beforeAll(async () => {
    const [stack, browser] = await Promise.all([startStack(), openBrowser()]);
    scene = { stack, browser };
  });
  afterAll(async () => {
    await scene?.browser.close();
    await scene?.stack.stop();
  });
  const opened = (): Scene => {
    if (!scene) throw new Error("The scene opens before the first test.");
    return scene;
  };
  return {
    get stack() {
      return opened().stack;
    },
    get browser() {
      return opened().browser;
    },
  };
}

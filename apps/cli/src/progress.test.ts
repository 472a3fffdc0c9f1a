import { expect, test } from "vitest";
import { progressOn } from "./progress.ts";

function recorded(terminal: { isTTY?: boolean; columns?: number }): string {
  let written = "";
  const progress = progressOn({ ...terminal, write: (text) => (written += text) });
  for (const done of [0, 25, 50]) progress.show(done, 50);
  progress.end();
  return written;
}

test("a terminal gets one bar that grows in place and ends its line", () => {
  const count = " 50/50 products";
  const bars = recorded({ isTTY: true, columns: 10 + 3 + count.length }).split("\r");
  expect(bars).toEqual([
    "",
    "[░░░░░░░░░░░] 0/50 products",
    "[█████░░░░░] 25/50 products",
    "[██████████] 50/50 products\n",
  ]);
});

test("anything else gets a line for each batch that is done", () => {
  expect(recorded({})).toBe("25 of 50 products\n50 of 50 products\n");
});

import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { expect } from "vitest";
import type { TestStack } from "./stack.ts";

/** How every journey ends: so many charges at the provider, nothing held or owed, every invariant kept. */
export async function expectBooks(stack: TestStack, { charges }: { charges: number }) {
  expect(stack.simulator.charges()).toHaveLength(charges);
  await expectSettled(stack.db);
  await expectInvariants(stack.db);
}

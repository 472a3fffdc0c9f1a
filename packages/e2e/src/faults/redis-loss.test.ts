import { refusalOf } from "@tuckshop/client/refusal-of";
import { createShopClient } from "@tuckshop/client/client";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isCI } from "../env.ts";
import { httpShopper } from "../http-shopper.ts";
import { flushRedis } from "../prove/faults/redis.ts";
import { buy, putInBag } from "../purchase.ts";
import { startStack, type TestStack } from "../stack.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const signIn = (password: string) =>
  createShopClient({ url: `${stack.url}/trpc` }).staff.session.signIn.mutate({
    email: stack.owner.email,
    password,
    transport: "token",
  });

async function expectOpen(sku: string): Promise<void> {
  const start = performance.now();
  const { variantId } = await makeVariant(stack.db, { sku, stock: 1 });
  const { shop, statuses } = httpShopper(stack.url);
  await putInBag(shop, variantId);
  expect(await buy(shop, "cash")).toMatchObject({ state: "confirmed" });
  expect((await signIn(stack.owner.password)).token).toBeTruthy();
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  expect(performance.now() - start, "slower, but not slow").toBeLessThan(5_000);
}

// Red when the limiter has no insurance in memory.
test(
  "V21 Redis stalled, flushed and killed: people buy and sign in, and guessing stays limited",
  { timeout: 60_000 },
  async ({ skip }) => {
    const { redis } = stack;
    if (!redis && !isCI) skip("No redis-server on this machine.");
    if (!redis) throw new Error("The shop has no Redis.");
    process.kill(redis.pid, "SIGSTOP");
    await expectOpen("STALLED");
    process.kill(redis.pid, "SIGCONT");

    await flushRedis(redis.port);
    await expectOpen("FLUSHED");

    await redis.kill();
    await expectOpen("KILLED");
    const codes: (string | undefined)[] = [];
    for (let guess = 0; guess < 11; guess++) {
      await signIn("a wrong guess").catch((error: unknown) => codes.push(refusalOf(error)?.code));
    }
    expect(codes.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => "SIGN_IN_FAILED"));
    expect(codes.at(-1)).toBe("TOO_MANY_REQUESTS");
    await expectInvariants(stack.db);
  },
);

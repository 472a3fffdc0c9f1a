import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { times } from "@tuckshop/testing/race";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isCI } from "../env.ts";
import { httpShopper, type HttpShopper } from "../http-shopper.ts";
import { orderOf, putInBag } from "../purchase.ts";
import { startStack, type TestStack } from "../stack.ts";

const keyCount = isCI ? 25 : 50;
const callerCount = 200;
/** Who ask when all is done. */
const lateCount = 20;
/** On each server fewer than one principal may have in flight (I27). */
const atOnce = 2 * 16;
/** So many keys are stormed side by side. */
const keysAtOnce = 5;

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ servers: 2 });
});
afterAll(() => stack.stop());

type Answer = { status: number; text: string; isReplay: boolean };

/** So many callers, this many at once, half of them at each server. */
async function storm(
  callers: number,
  send: (server: string) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let sent = 0;
  const caller = async (at: number) => {
    const server = stack.servers[at % 2]?.url ?? stack.url;
    while (sent < callers) {
      sent += 1;
      answers.push(await send(server));
    }
  };
  await Promise.all(times(atOnce, caller));
  return answers;
}

async function expectOneExecution(shopper: HttpShopper): Promise<void> {
  const order = await orderOf(shopper.shop, "cash");
  const place = async (server: string): Promise<Answer> => {
    const response = await shopper.fetch(`${server}/trpc/checkout.place`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": `place:${order.checkoutId}`,
      },
      body: JSON.stringify(order),
    });
    const isReplay = response.headers.get("idempotency-replayed") === "true";
    return { status: response.status, text: await response.text(), isReplay };
  };
  const answers = await storm(callerCount, place);
  expect(answers).toHaveLength(callerCount);
  const done = answers.filter(({ status }) => status === 200);
  expect(done.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
  expect(new Set(done.map(({ text }) => text)).size).toBe(1);
  for (const { status, text } of answers) {
    if (status !== 200)
      expect([status, text]).toEqual([409, expect.stringContaining("IN_PROGRESS")]);
  }
  // Whoever was told that it is still being worked on asks again, as the client does.
  const patiently = async (server: string): Promise<Answer> => {
    const answer = await place(server);
    return answer.status === 409 ? patiently(server) : answer;
  };
  const heard = await storm(lateCount, patiently);
  expect(heard).toEqual(
    times(lateCount, () => ({ status: 200, text: done[0]?.text, isReplay: true })),
  );
}

// Red when claimKey answers undefined at once: the copies then run, and are refused as late.
test(
  `V04 of ${callerCount} callers with one key, over two servers, one runs and the others hear the same: ${keyCount} keys`,
  { timeout: 300_000 },
  async () => {
    const { variantId } = await makeVariant(stack.db, { sku: "STORM", stock: keyCount });
    const shoppers = times(keyCount, (at) => httpShopper(stack.servers[at % 2]?.url ?? stack.url));
    for (const { shop } of shoppers) await putInBag(shop, variantId);
    for (let at = 0; at < keyCount; at += keysAtOnce) {
      await Promise.all(shoppers.slice(at, at + keysAtOnce).map(expectOneExecution));
    }
    expect(await stack.db.selectFrom("orders").select("id").execute()).toHaveLength(keyCount);
    await expectInvariants(stack.db);
  },
);

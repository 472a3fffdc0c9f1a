import type { VariantId } from "@tuckshop/contracts/ids";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expect, test } from "vitest";
import { createTestShop } from "../testing/test-shop.ts";
import { fingerprint } from "./fingerprint.ts";

const lines = (variantId: VariantId, quantity: number) => [{ variantId, quantity }];

test("I3 a key with another body is refused, runs nothing, and still replays the first", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI" });
  const shopper = shop.shopper();
  const key = "the-very-same-key";
  const first = await shopper.call(key).bag.put({ baseVersion: 0, lines: lines(variantId, 1) });
  await expect(
    shopper.call(key).bag.put({ baseVersion: 0, lines: lines(variantId, 2) }),
  ).rejects.toMatchObject({ cause: { refusal: { code: "IDEMPOTENCY_KEY_REUSED" } } });
  const replay = await shopper.call(key).bag.put({ baseVersion: 0, lines: lines(variantId, 1) });
  expect(JSON.stringify(replay)).toBe(JSON.stringify(first));
  const row = await shop.db.selectFrom("idempotency_key").selectAll().executeTakeFirstOrThrow();
  expect(row.replay_count).toBe(1);
});

test("I4 a key of another op is a key reused", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI" });
  const shopper = shop.shopper();
  const key = "the-very-same-key";
  await shopper.call(key).bag.put({ baseVersion: 0, lines: lines(variantId, 1) });
  await expect(
    shopper.call(key).checkout.start({ bagVersion: 1, fulfilment: { method: "pickup" } }),
  ).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
});

test("I5 the fingerprint knows neither the order of keys nor what is absent", () => {
  const same = fingerprint("op", { a: 1, b: { c: [1, 2], d: undefined } });
  expect(fingerprint("op", { b: { c: [1, 2] }, a: 1 })).toBe(same);
  expect(fingerprint("op", { b: { c: [2, 1] }, a: 1 })).not.toBe(same);
  expect(fingerprint("other", { a: 1, b: { c: [1, 2] } })).not.toBe(same);
});

test("I12 a command without a key is refused, and a query needs none", async () => {
  const shop = await createTestShop();
  const shopper = shop.shopper();
  await expect(shopper.call(null).bag.put({ baseVersion: 0, lines: [] })).rejects.toMatchObject({
    cause: { refusal: { code: "IDEMPOTENCY_KEY_REQUIRED" } },
  });
  expect(await shopper.call(null).bag.get()).toMatchObject({ version: 0 });
});

test.each([
  "",
  "short",
  "a".repeat(256),
  "with a space in it",
  "schlüssel-schlüssel",
  '"half-quoted-key-x',
])("I13 %j is no key", async (key) => {
  const shop = await createTestShop();
  await expect(
    shop.shopper().call(key).bag.put({ baseVersion: 0, lines: [] }),
  ).rejects.toMatchObject({ cause: { refusal: { code: "IDEMPOTENCY_KEY_INVALID" } } });
});

test("I13 a key is the same bare and quoted, and two shoppers may use the same one", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI" });
  const put = { baseVersion: 0, lines: lines(variantId, 1) };
  const shopper = shop.shopper();
  await shopper.call("the-very-same-key").bag.put(put);
  expect(await shopper.call('"the-very-same-key"').bag.put(put)).toMatchObject({ version: 1 });
  expect(shopper.headers.get("idempotency-replayed")).toBe("true");
  const other = shop.shopper();
  await other.call("the-very-same-key").bag.put(put);
  expect(other.headers.get("idempotency-replayed")).toBeUndefined();
});

test("I20 a refusal is not stored: the key stays free, and the retry is judged anew", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI" });
  const shopper = shop.shopper();
  const put = { baseVersion: 1, lines: lines(variantId, 1) };
  await expect(shopper.call("a-key-that-was-early").bag.put(put)).rejects.toMatchObject({
    cause: { refusal: { code: "VERSION_CONFLICT" } },
  });
  await shopper.call().bag.put({ baseVersion: 0, lines: [] });
  expect(await shopper.call("a-key-that-was-early").bag.put(put)).toMatchObject({ version: 2 });
});

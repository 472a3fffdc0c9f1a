import { startRedis } from "@tuckshop/dev-env/redis/start-redis";
import { race, times } from "@tuckshop/testing/race";
import { expect, onTestFinished, test } from "vitest";
import type { Log } from "../log.ts";
import { createTestShop } from "../testing/test-shop.ts";
import { connectRedis } from "./connect-redis.ts";
import { createLimits, type Limits } from "./create-limits.ts";

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

const refused = { refusal: { code: "TOO_MANY_REQUESTS" } };

const connected = async (url: string) => {
  const redis = connectRedis(url, quiet);
  onTestFinished(() => redis.disconnect());
  await new Promise((resolve) => redis.once("ready", resolve));
  return createLimits(redis);
};

const server = async () => {
  const redis = await startRedis({ searchPath: "/usr/bin:/usr/local/bin" });
  if (!redis) throw new Error("This test needs redis-server: apt-get install redis-server");
  return redis;
};

const attempts = (count: number, limits: readonly Limits[]) =>
  race(
    times(
      count,
      (at) => () => limits[at % limits.length]?.signIn("a@shop.test", "::1") ?? Promise.reject(),
    ),
  );

// Red when each server counts for itself: twenty are then let through.
test("S47 of a hundred attempts over two servers exactly ten are let through", async () => {
  const redis = await server();
  onTestFinished(() => redis.stop());
  const limits = [await connected(redis.url), await connected(redis.url)];
  const { won, lost } = await attempts(100, limits);
  expect(won).toHaveLength(10);
  expect(lost).toMatchObject(times(90, () => refused));
});

// Red without the insurance limiter: an attempt then fails as a fault when Redis is gone.
test("S47 with Redis gone the limit holds for each server by itself", async () => {
  const redis = await server();
  const limits = await connected(redis.url);
  await limits.signIn("b@shop.test", "::1");
  await redis.stop();
  const { won, lost } = await attempts(30, [limits]);
  expect(won).toHaveLength(10);
  expect(lost).toMatchObject(times(20, () => refused));
});

test("a wrong password is refused in the same words as an unknown address, and the eleventh try waits", async () => {
  const shop = await createTestShop();
  const stranger = shop.shopper();
  const tryOnce = (email: string) =>
    stranger.call().staff.session.signIn({ email, password: "not this one" });
  await expect(tryOnce("nobody@shop.test")).rejects.toMatchObject({
    cause: { refusal: { code: "SIGN_IN_FAILED" } },
  });
  for (const _ of times(9, () => 0)) await expect(tryOnce("nobody@shop.test")).rejects.toThrow();
  await expect(tryOnce("nobody@shop.test")).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  expect(Number(stranger.headers.get("retry-after"))).toBeGreaterThan(0);
  await expect(tryOnce("somebody@shop.test")).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});

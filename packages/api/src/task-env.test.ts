import { expect, test } from "vitest";
import { parseEnv, TaskEnv } from "./task-env.ts";

const right = {
  DATABASE_URL: "postgres://shop@127.0.0.1/shop",
  PUBLIC_URL: "https://shop.example/",
  LINK_SECRET: "a secret of thirty-two characters",
  STRIPE_SECRET_KEY: "sk_test_1",
};

test("the environment is parsed, with its defaults, and without a slash at the end of the address", () => {
  expect(parseEnv(TaskEnv, right)).toMatchObject({
    PUBLIC_URL: "https://shop.example",
    DATABASE_CONNECTIONS_MAX: 10,
    DATABASE_PREPARED: "on",
    LOG_LEVEL: "info",
  });
});

test("each variable that is missing or wrong is named, and no value is told", () => {
  const wrong = { ...right, LINK_SECRET: "too short", DATABASE_URL: "" };
  const parse = () => parseEnv(TaskEnv, wrong);
  expect(parse).toThrow(/DATABASE_URL: is missing/);
  expect(parse).toThrow(/LINK_SECRET: has a value that does not fit/);
  expect(parse).not.toThrow(/too short/);
});

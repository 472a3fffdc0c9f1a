import { createClient } from "@tuckshop/db/client";
import { freePort } from "@tuckshop/dev-env/free-port";
import { expect, onTestFinished, test } from "vitest";
import { look } from "./look.ts";

// Red when look asks once only.
test("a look at a database that is away for a moment is taken again, and a fault is not", async () => {
  const { pool, close } = createClient({ url: `postgres://127.0.0.1:${await freePort()}/none` });
  onTestFinished(close);
  let looks = 0;
  const seen = await look(async () => {
    looks += 1;
    if (looks < 3) await pool.query("select 1");
    return looks;
  });
  expect(seen).toBe(3);
  const fault = async () => {
    looks += 1;
    throw new TypeError("a fault");
  };
  await expect(look(fault)).rejects.toThrow("a fault");
  expect(looks).toBe(4);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shellEnv } from "../env.ts";
import { httpShopper } from "../http-shopper.ts";
import { startStack, type TestStack } from "../stack.ts";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));
const catalogue = path.join(repository, "apps/cli/src/shopify-csv/fixtures/market-stall.csv");

let stack: TestStack;
let configDirectory: string;
beforeAll(async () => {
  stack = await startStack();
  configDirectory = await mkdtemp(path.join(tmpdir(), "tuckshop-cli-"));
});
afterAll(async () => {
  await stack.stop();
  await rm(configDirectory, { recursive: true, force: true });
});

/** Runs the command line as a person does, signed in as before. */
async function tuckshop(...args: string[]) {
  const command = spawn("npx", ["-y", "pnpm@12.20.0", "--silent", "tuckshop", ...args], {
    cwd: repository,
    env: {
      ...shellEnv(),
      XDG_CONFIG_HOME: configDirectory,
      TUCKSHOP_PASSWORD: stack.owner.password,
    },
    stdio: ["ignore", "pipe", "ignore"], // its progress goes to stderr, its results to stdout
  });
  let output = "";
  command.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const [code] = (await once(command, "exit")) as [number];
  return { code, output };
}

test(
  "a Shopify catalogue is imported by the command line, shown to shoppers, and not imported twice",
  { timeout: 120_000 },
  async () => {
    const signIn = await tuckshop("sign-in", "--url", stack.url, "--email", stack.owner.email);
    expect(signIn).toMatchObject({ code: 0 });
    const count = async () => (await stack.db.selectFrom("product").select("id").execute()).length;
    const before = await count();

    const first = await tuckshop("import", catalogue, "--category", "art-supplies");
    expect(first.output).toMatch(/[1-9]\d* created, 0 updated, 0 unchanged/);
    const made = Number(/(\d+) created/.exec(first.output)?.[1]);
    expect(await count()).toBe(before + made);

    const second = await tuckshop("import", catalogue, "--category", "art-supplies");
    expect(second.output).toContain(`0 created, 0 updated, ${made} unchanged`);
    expect(await count()).toBe(before + made);

    const newest = await stack.db
      .selectFrom("product")
      .select("slug")
      .where("state", "=", "active")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    const { shop } = httpShopper(stack.url);
    expect(await shop.catalog.product.query({ slug: newest.slug })).toMatchObject({
      category: { slug: "art-supplies" },
    });
    await expectInvariants(stack.db);
  },
);

test(
  "stock is received and orders are listed by the command line",
  { timeout: 60_000 },
  async () => {
    const received = await tuckshop(
      "stock",
      "receive",
      "KUL-MNG-80",
      "24",
      "--reason",
      "dairy van",
    );
    expect(received).toMatchObject({ code: 0 });
    const [level] = await stack.db
      .selectFrom("counter_entry")
      .select(["change", "reason"])
      .where("kind", "=", "receive")
      .orderBy("id", "desc")
      .limit(1)
      .execute();
    expect(level).toEqual({ change: 24, reason: "dairy van" });
    const listed = await tuckshop("orders", "list", "--json");
    expect(JSON.parse(listed.output)).toEqual([]);
    expect((await tuckshop("stock", "receive", "NO-SUCH-SKU", "1", "--reason", "x")).code).toBe(1);
  },
);

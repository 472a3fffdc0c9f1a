import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { afterAll, beforeAll, expect, test } from "vitest";
import { httpShopper } from "../http-shopper.ts";
import { buy, putInBag } from "../purchase.ts";
import { startStack, type TestStack } from "../stack.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const setFaults = (method: "POST" | "DELETE", rule?: object) =>
  fetch(`${stack.simulator.url}/_control/faults`, {
    method,
    headers: { "content-type": "application/json" },
    body: rule ? JSON.stringify(rule) : null,
  });

const paymentState = async () => {
  const payment = await stack.db.selectFrom("payment").select("state").executeTakeFirst();
  return payment?.state;
};

// Red when the worker's main.ts does not call releaseDeadWorkersJobs: the queue then waits four hours.
test(
  "V19 the job of a worker that was killed in the middle of it runs again within a minute",
  { timeout: 120_000 },
  async () => {
    const { variantId } = await makeVariant(stack.db, { sku: "ORPHAN", stock: 1 });
    await setFaults("POST", { kind: "hang", path: "/v1/checkout/sessions", times: 100 });
    const { shop } = httpShopper(stack.url);
    await putInBag(shop, variantId);
    await buy(shop, "card"); // leaves a job that opens its payment page a few seconds later
    const asked = () => stack.simulator.requests().some((request) => request.method === "POST");
    await waitUntil(asked, { what: "the worker to ask the provider" });
    await stack.workers[0]?.kill();
    await setFaults("DELETE");

    await stack.addWorker();
    await waitUntil(async () => (await paymentState()) === "open", {
      seconds: 60,
      what: "another worker to open the payment",
    });
    expect(stack.simulator.charges()).toEqual([]);
    await expectInvariants(stack.db);
  },
);

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startSmtpPeer, type SmtpPeer } from "@tuckshop/dev-env/smtp/start-smtp-peer";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { startApp, type AppProcess } from "@tuckshop/stack/app-process";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { afterAll, beforeAll, expect, test } from "vitest";
import { httpShopper } from "../http-shopper.ts";
import { crashPoints } from "../prove/crash-points.ts";
import { dyingAt } from "../prove/dying-at.ts";
import { orderOf, putInBag } from "../purchase.ts";
import { startStack, type TestStack } from "../stack.ts";

let stack: TestStack;
let peer: SmtpPeer;
let directory: string;
const workers: AppProcess[] = [];
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "tuckshop-mail-"));
  peer = await startSmtpPeer();
  stack = await startStack();
  await stack.workers[0]?.stop(); // it writes mails into files
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await stack.stop();
  await peer.stop();
  await rm(directory, { recursive: true, force: true });
});

/** A worker that mails to the peer, and is to die somewhere, or not. */
const addWorker = async (env: Record<string, string> = {}): Promise<AppProcess> => {
  const worker = await startApp("worker", { ...stack.appEnv, SMTP_URL: peer.url, ...env });
  workers.push(worker);
  return worker;
};

const effect = () =>
  stack.db
    .selectFrom("effect")
    .select(["key", "attempt_count as attempts", "done_at as doneAt"])
    .where("key", "like", "confirmation-%")
    .executeTakeFirstOrThrow();

// Red when mailOnce records the effect before it sends: the point then comes before the mail, which is
// never sent. Red when each sending has a Message-ID of its own.
test(
  "V18 a worker that is killed between mail and record: sent again under the same Message-ID, recorded once",
  { timeout: 150_000 },
  async () => {
    const point = crashPoints.find(
      ({ name }) => name === "worker order.confirmed: before statement of done_at",
    );
    if (!point) throw new Error("There is no such crash point.");
    const mark = path.join(directory, "reached");
    const victim = await addWorker(dyingAt(point, mark));
    const { variantId } = await makeVariant(stack.db, { sku: "MAILED", stock: 1 });
    const { shop } = httpShopper(stack.url);
    await putInBag(shop, variantId);
    const order = await orderOf(shop, "cash");
    const contact = { ...order.contact, email: "meera@example.org" };
    await shop.checkout.place.mutate({ ...order, contact });

    expect(await victim.stopped).toBeNull(); // by a signal, not by itself
    expect(existsSync(mark)).toBe(true);
    expect(peer.mails).toHaveLength(1);
    expect(await effect()).toMatchObject({ attempts: 1, doneAt: null });

    await addWorker();
    const isDone = async () => (await effect()).doneAt !== null;
    await waitUntil(isDone, { seconds: 90, what: "another worker to record the mail" });
    const { key, ...sent } = await effect();
    const id = `<${key}@tuckshop>`;
    expect(peer.mails.map(({ messageId }) => messageId)).toEqual([id, id]);
    expect(sent).toEqual({ attempts: 2, doneAt: expect.any(String) });
    await expectInvariants(stack.db);
  },
);

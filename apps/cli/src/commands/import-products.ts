import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { ShopClient } from "@tuckshop/client/client";
import type { ImportOutcome } from "@tuckshop/contracts/products-import";
import { inBatches } from "../import-batches.ts";
import type { Print } from "../print.ts";
import type { Progress } from "../progress.ts";
import { problemText } from "../shopify-csv/problem.ts";
import { readShopifyCsv } from "../shopify-csv/read-shopify-csv.ts";

export type ImportInput = { file: string; category: string };

type Tally = Record<ImportOutcome["outcome"] | "skipped", number>;

/**
 * Brings the products of Shopify's CSV into the shop, a batch at a time. True when every one of them
 * is there now; whatever was left out has been said, with the reason.
 */
export async function importProducts(
  shop: ShopClient,
  { file, category }: ImportInput,
  { print, progress }: { print: Print; progress: Progress },
): Promise<boolean> {
  const { products, problems, skipped } = await readShopifyCsv((start) =>
    createReadStream(file, { start }),
  );
  for (const problem of problems) print(problemText(problem));
  const { batches, tooLarge } = inBatches(products);
  for (const { handle } of tooLarge) print(`skipped ${handle}: it is too large for one request.`);
  const leftOut = skipped.length + tooLarge.length;
  const tally: Tally = { created: 0, updated: 0, unchanged: 0, refused: 0, skipped: leftOut };

  const sendable = products.length - tooLarge.length;
  const keyPrefix = await keyOfRun(file, category);
  let done = 0;
  try {
    for (const [at, batch] of batches.entries()) {
      progress.show(done, sendable);
      const { results } = await shop.staff.products.import.mutate(
        { category, products: batch },
        { context: { idempotencyKey: `${keyPrefix}:${at + 1}` } },
      );
      done += batch.length;
      const refused = results.filter(({ outcome }) => outcome === "refused");
      if (refused.length > 0) progress.end(); // the bar keeps its line, the reasons get theirs
      for (const { handle, message } of refused)
        print(`refused ${handle}: ${message ?? "no reason was given"}`);
      for (const { outcome } of results) tally[outcome] += 1;
    }
    progress.show(done, sendable);
  } finally {
    progress.end();
    print(summary(tally, sendable - done));
  }
  return problems.length === 0 && tally.skipped === 0 && tally.refused === 0;
}

/**
 * Names the intent of one run of the command: this file's content into this counter. A batch whose
 * answer was lost is sent again under its key and answered from the record. A second run is a new
 * intent on purpose: under the old keys the shop would replay “created”, whatever has happened since,
 * while a real import by handle and SKU finds out what is unchanged and repeats nothing either.
 */
async function keyOfRun(file: string, category: string): Promise<string> {
  const hash = createHash("sha256").update(`${randomUUID()}\n${category}\n`);
  await pipeline(createReadStream(file), hash);
  return `import:${hash.digest("hex")}`;
}

function summary(tally: Tally, notSent: number): string {
  const counts = Object.entries(tally).map(([outcome, number]) => `${number} ${outcome}`);
  if (notSent > 0) counts.push(`${notSent} not confirmed`);
  return `Products: ${counts.join(", ")}.`;
}

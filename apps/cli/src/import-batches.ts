import type { ImportProduct } from "@tuckshop/contracts/products-import";

const productsMax = 25;
/** The server takes bodies of 64 KiB; this leaves room for a product that is larger than planned. */
const batchMaxBytes = 48 * 1024;
const productMaxBytes = 60 * 1024;

export type Batches = {
  batches: ImportProduct[][];
  /** Products that no single request can carry. */
  tooLarge: ImportProduct[];
};

/** Products in their order, a request’s worth at a time. */
export function inBatches(products: readonly ImportProduct[]): Batches {
  const batches: ImportProduct[][] = [];
  const tooLarge: ImportProduct[] = [];
  let batch: ImportProduct[] = [];
  let batchBytes = 0;
  for (const product of products) {
    const bytes = Buffer.byteLength(JSON.stringify(product)) + 1;
    if (bytes > productMaxBytes) {
      tooLarge.push(product);
      continue;
    }
    if (batch.length === productsMax || (batch.length > 0 && batchBytes + bytes > batchMaxBytes)) {
      batches.push(batch);
      batch = [];
      batchBytes = 0;
    }
    batch.push(product);
    batchBytes += bytes;
  }
  if (batch.length > 0) batches.push(batch);
  return { batches, tooLarge };
}

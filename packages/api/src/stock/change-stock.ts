import { ShopError } from "@tuckshop/contracts/errors";
import type { PrincipalId, Sku } from "@tuckshop/contracts/ids";
import type { AdjustStock, ReceiveStock, StockLevel } from "@tuckshop/contracts/stock";
import { enterStock } from "@tuckshop/db/atomic/stock-entry";
import type { Tx } from "@tuckshop/db/schema";
import { stockLevel } from "./queries.ts";

/** Who does it, and the command's own key: one command enters the ledger once. */
export type StockChanger = { actor: PrincipalId; cause: string };

/** Puts a delivery on the shelf. */
export async function receiveStock(
  tx: Tx,
  { actor, cause }: StockChanger,
  { sku, quantity, reason }: ReceiveStock,
): Promise<StockLevel> {
  const counterId = await counterOf(tx, sku);
  await enterStock(tx, { counterId, sku, kind: "receive", change: quantity, cause, reason, actor });
  return stockLevel(tx, sku);
}

/** Corrects what is on the shelf; never below what is promised to buyers. */
export async function adjustStock(
  tx: Tx,
  { actor, cause }: StockChanger,
  { sku, change, reason, note }: AdjustStock,
): Promise<StockLevel> {
  const counterId = await counterOf(tx, sku);
  const why = note ? `${reason}: ${note}` : reason;
  await enterStock(tx, { counterId, sku, kind: "adjust", change, cause, reason: why, actor });
  return stockLevel(tx, sku);
}

async function counterOf(tx: Tx, sku: Sku) {
  const variant = await tx
    .selectFrom("variant")
    .select("counter_id")
    .where("sku", "=", sku)
    .executeTakeFirst();
  if (!variant) throw new ShopError({ code: "NOT_FOUND", entity: "SKU" });
  return variant.counter_id;
}

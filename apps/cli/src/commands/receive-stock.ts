import type { ShopClient } from "@tuckshop/client/client";
import type { ReceiveStock } from "@tuckshop/contracts/stock";
import type { Print } from "../print.ts";

/**
 * Puts a delivery on the shelf. The client stamps each run with its own Idempotency-Key: a lost
 * answer is asked for again, while a second run of the command is a second delivery.
 */
export async function receiveStock(
  shop: ShopClient,
  delivery: ReceiveStock,
  print: Print,
): Promise<void> {
  const { sku, onHand, reserved, available } = await shop.staff.stock.receive.mutate(delivery);
  print(`${sku}: ${onHand} on hand, ${reserved} reserved, ${available} available.`);
}

import type { Plan } from "./plan.ts";
import type { ProvingShop } from "./proving-shop.ts";
import type { Random } from "./random.ts";
import type { ShopRecord } from "./record.ts";

/** What everybody who acts in a proof shares. */
export type World = {
  plan: Plan;
  shop: ProvingShop;
  random: Random;
  record: ShopRecord;
  /** The chance that a device goes away in the middle of a request: a fault sets it. */
  goneChance: number;
  /** Somebody wants no more of it: everything ends, without a verdict. */
  interrupted: AbortSignal;
  /** Nobody begins anything new. */
  closing: boolean;
};

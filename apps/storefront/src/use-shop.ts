import { trpc } from "@tuckshop/client/react";
import type { Shop } from "@tuckshop/contracts/shop";

/** Name, hours and the like: fetched once a visit. Undefined until then. */
export function useShop(): Shop | undefined {
  return trpc.shop.info.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY }).data;
}

import type { QueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { trpc } from "@tuckshop/client/react";

/** Nothing of the shop’s business stays behind for the next person at this screen. */
export function forgetStaff(cache: QueryClient): void {
  cache.removeQueries({ queryKey: getQueryKey(trpc.staff) });
}

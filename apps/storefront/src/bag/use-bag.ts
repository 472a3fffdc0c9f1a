import { trpc } from "@tuckshop/client/react";
import { useSyncExternalStore } from "react";
import { useBagSync } from "./bag-provider.tsx";
import { viewLines } from "./bag-intent.ts";
import { bagStore } from "./bag-store.ts";

/** The bag as wanted, the server's last word on it, and how to change it. */
export function useBag() {
  const query = trpc.bag.get.useQuery();
  const state = useSyncExternalStore(bagStore.subscribe, bagStore.get);
  const sync = useBagSync();
  const lines = viewLines(query.data, state.edits);
  return {
    ...state,
    lines,
    itemCount: lines.reduce((count, line) => count + line.quantity, 0),
    /** The last settled bag: totals come from here only. */
    settled: query.data,
    isPending: query.isPending,
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    edit: sync.edit,
    flush: sync.flush,
  };
}

import { trpc } from "@tuckshop/client/react";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { bagStore } from "./bag-store.ts";
import { createBagSync, type BagSync } from "./bag-sync.ts";

const BagSyncContext = createContext<BagSync | null>(null);

/** One sync for the whole app. */
export function BagProvider({ children }: { children: ReactNode }) {
  const utils = trpc.useUtils();
  const [sync] = useState(() =>
    createBagSync({
      known: () => utils.bag.get.ensureData(),
      fetch: () => utils.bag.get.fetch(undefined, { staleTime: 0 }),
      put: (wanted, options) => utils.client.bag.put.mutate(wanted, options),
      show: (bag) => utils.bag.get.setData(undefined, bag),
    }),
  );
  useEffect(() => {
    const catchUp = () => void sync.flush().catch(() => undefined);
    const stop = sync.start();
    const stopFollowing = bagStore.followOtherTabs(() => void utils.bag.get.invalidate());
    window.addEventListener("online", catchUp);
    return () => {
      stop();
      stopFollowing();
      window.removeEventListener("online", catchUp);
    };
  }, [sync, utils]);
  return <BagSyncContext value={sync}>{children}</BagSyncContext>;
}

export function useBagSync(): BagSync {
  const sync = useContext(BagSyncContext);
  if (!sync) throw new Error("There is no <BagProvider> around this.");
  return sync;
}

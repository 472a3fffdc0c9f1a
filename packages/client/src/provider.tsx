import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { shopLinks } from "./links.ts";
import { trpc } from "./react.ts";

const catalogueFreshMs = 30_000;

/**
 * What both SPAs stand on. Retries are the links' business, where a repeat keeps its key; React Query
 * would make a new call of it, so it retries nothing.
 */
export function ShopProvider({ url, children }: { url: string; children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { retry: false, staleTime: catalogueFreshMs },
          mutations: { retry: false },
        },
      }),
  );
  const [client] = useState(() => trpc.createClient({ links: shopLinks({ url }) }));
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}

import type { trpc } from "@tuckshop/client/react";

/** The typed query cache: what routes prefetch from and mutations write to. */
export type Api = ReturnType<typeof trpc.useUtils>;

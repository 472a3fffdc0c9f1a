import type { AppRouter } from "@tuckshop/api/router";
import { createTRPCReact, type CreateTRPCReact } from "@trpc/react-query";

/** The API as React hooks, for both SPAs. */
export const trpc: CreateTRPCReact<AppRouter, unknown> = createTRPCReact<AppRouter>();

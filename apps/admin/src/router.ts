import { createRouter } from "@tanstack/react-router";
import type { Api } from "./api.ts";
import { routeTree } from "./routes.tsx";

/** Routes load through the query cache before they render. */
export const createAdminRouter = (api: Api) =>
  createRouter({
    routeTree,
    basepath: "/admin",
    context: { api },
    defaultPreload: "intent",
    // React Query decides what is fresh; the router keeps no second cache.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAdminRouter>;
  }
}

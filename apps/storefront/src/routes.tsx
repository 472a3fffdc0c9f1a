import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { CheckoutId, OrderReference } from "@tuckshop/contracts/ids";
import * as z from "zod/mini";
import { CounterPage } from "./catalog/counter-page.tsx";
import { CounterSkeleton } from "./catalog/counter-skeleton.tsx";
import { HomePage } from "./catalog/home-page.tsx";
import { HomeSkeleton } from "./catalog/home-skeleton.tsx";
import { ProductSkeleton } from "./catalog/product-skeleton.tsx";
import { NotFound } from "./not-found.tsx";
import { PageError } from "./page-error.tsx";
import { Shell } from "./shell.tsx";

const root = createRootRoute({ component: Shell });
const getParentRoute = () => root;

const home = createRoute({
  getParentRoute,
  path: "/",
  component: HomePage,
  pendingComponent: HomeSkeleton,
});

const counter = createRoute({
  getParentRoute,
  path: "/c/$slug",
  component: CounterPage,
  pendingComponent: CounterSkeleton,
});

const product = createRoute({
  getParentRoute,
  path: "/p/$slug",
  /** `v` is the SKU of the variant looked at. */
  validateSearch: ({ v }: Record<string, unknown>) => (typeof v === "string" ? { v } : {}),
  component: lazyRouteComponent(() => import("./catalog/product-page.tsx"), "ProductPage"),
  pendingComponent: ProductSkeleton,
});

const bag = createRoute({
  getParentRoute,
  path: "/bag",
  component: lazyRouteComponent(() => import("./bag/bag-page.tsx"), "BagPage"),
});

const how = createRoute({
  getParentRoute,
  path: "/checkout",
  component: lazyRouteComponent(() => import("./checkout/how-page.tsx"), "HowPage"),
});

/** An id that cannot be one is an address that does not exist. */
const checkoutParams = {
  parse: (params: { checkoutId: string }) => ({ checkoutId: CheckoutId.parse(params.checkoutId) }),
};

const who = createRoute({
  getParentRoute,
  path: "/checkout/$checkoutId/who",
  params: checkoutParams,
  component: lazyRouteComponent(() => import("./checkout/who-page.tsx"), "WhoPage"),
});

const pay = createRoute({
  getParentRoute,
  path: "/checkout/$checkoutId/pay",
  params: checkoutParams,
  component: lazyRouteComponent(() => import("./checkout/pay-page.tsx"), "PayPage"),
});

const paymentReturn = createRoute({
  getParentRoute,
  path: "/checkout/$checkoutId/return",
  params: checkoutParams,
  /** The provider sends the shopper here; `cancelled` when they pressed Back on its page. */
  validateSearch: (search) =>
    z.object({ reference: OrderReference, cancelled: z.optional(z.coerce.number()) }).parse(search),
  component: lazyRouteComponent(() => import("./checkout/return-page.tsx"), "ReturnPage"),
});

const tracking = createRoute({
  getParentRoute,
  path: "/o/$reference",
  params: {
    parse: (params: { reference: string }) => ({
      reference: OrderReference.parse(params.reference.toUpperCase()),
    }),
  },
  /** `k` is the key from the confirmation mail. */
  validateSearch: ({ k }: Record<string, unknown>) => (typeof k === "string" ? { k } : {}),
  component: lazyRouteComponent(() => import("./orders/tracking-page.tsx"), "TrackingPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    counter,
    product,
    bag,
    how,
    who,
    pay,
    paymentReturn,
    tracking,
  ]),
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageError,
  defaultPreload: "intent",
  defaultPendingMs: 0,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

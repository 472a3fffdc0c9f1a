import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import { refusalOf } from "@tuckshop/client/refusal-of";
import { OrderId, Sku } from "@tuckshop/contracts/ids";
import type { Api } from "./api.ts";
import { eventsSearch, jobsSearch } from "./books/books-search.ts";
import { BooksSkeleton, OwedSkeleton } from "./books/books-skeleton.tsx";
import { Frame } from "./frame.tsx";
import { LoadError } from "./load-error.tsx";
import { NoSuchPage } from "./no-such-page.tsx";
import { OrderSkeleton } from "./orders/order-skeleton.tsx";
import { filterOf, orderView, ordersSearch } from "./orders/order-views.ts";
import { OrdersSkeleton } from "./orders/orders-skeleton.tsx";
import { pageSize } from "./page-size.ts";
import { loginSearch } from "./session/login-search.ts";
import { Shell } from "./shell.tsx";
import { StartError } from "./start-error.tsx";
import { StartSkeleton } from "./start-skeleton.tsx";
import { stockSearch } from "./stock/stock-search.ts";
import { StockSkeleton } from "./stock/stock-skeleton.tsx";
import { TodayPage } from "./today/today-page.tsx";
import { TodaySkeleton } from "./today/today-skeleton.tsx";

const rootRoute = createRootRouteWithContext<{ api: Api }>()({
  // Asked for before the session is, so that both travel in one request.
  beforeLoad: ({ context }) => void context.api.shop.info.prefetch(),
  loader: ({ context }) => context.api.shop.info.ensureData(),
  component: Frame,
  pendingComponent: StartSkeleton,
  pendingMs: 200,
  wrapInSuspense: true,
  errorComponent: StartError,
});

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/login",
  validateSearch: loginSearch,
  component: lazyRouteComponent(() => import("./session/login-page.tsx"), "LoginPage"),
});

/** All pages but the one for signing in. Whoever is signed out goes there and comes back. */
const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "staff",
  beforeLoad: async ({ context, location }) => {
    try {
      await context.api.staff.session.current.ensureData();
    } catch (error) {
      if (refusalOf(error)?.code !== "SIGN_IN_REQUIRED") throw error;
      throw redirect({ to: "/login", search: { next: location.href }, replace: true });
    }
  },
  component: Shell,
  errorComponent: StartError,
  notFoundComponent: NoSuchPage,
});

const todayRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/",
  loader: ({ context }) => void context.api.staff.today.get.prefetch(),
  component: TodayPage,
  pendingComponent: TodaySkeleton,
  errorComponent: LoadError,
});

const ordersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/orders",
  validateSearch: ordersSearch,
  loaderDeps: ({ search }) => filterOf(orderView(search.state)),
  loader: ({ context, deps }) =>
    void context.api.staff.orders.list.prefetchInfinite({ ...deps, limit: pageSize }),
  component: lazyRouteComponent(() => import("./orders/orders-page.tsx"), "OrdersPage"),
  pendingComponent: OrdersSkeleton,
  errorComponent: LoadError,
});

const orderRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/orders/$orderId",
  beforeLoad: ({ params }) => {
    const orderId = OrderId.safeParse(params.orderId);
    if (!orderId.success) throw notFound();
    return { orderId: orderId.data };
  },
  loader: ({ context: { api, orderId } }) => void api.staff.orders.get.prefetch({ orderId }),
  component: lazyRouteComponent(() => import("./orders/order-page.tsx"), "OrderPage"),
  pendingComponent: OrderSkeleton,
  errorComponent: LoadError,
});

const stockRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/stock",
  validateSearch: stockSearch,
  component: lazyRouteComponent(() => import("./stock/stock-page.tsx"), "StockPage"),
  pendingComponent: StockSkeleton,
  errorComponent: LoadError,
});

const ledgerRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/stock/$sku",
  beforeLoad: ({ params }) => {
    const sku = Sku.safeParse(params.sku);
    if (!sku.success) throw notFound();
    return { sku: sku.data };
  },
  loader: ({ context: { api, sku } }) => {
    void api.staff.stock.entries.prefetch({ sku });
    void api.staff.stock.levels.prefetch({ search: sku });
  },
  component: lazyRouteComponent(() => import("./stock/ledger-page.tsx"), "LedgerPage"),
  pendingComponent: StockSkeleton,
  errorComponent: LoadError,
});

/** Without a loader: a pointer that passes over the link must not read the whole database. */
const booksRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/books",
  component: lazyRouteComponent(() => import("./books/books-page.tsx"), "BooksPage"),
  pendingComponent: BooksSkeleton,
  errorComponent: LoadError,
});

const eventsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/books/events",
  validateSearch: eventsSearch,
  component: lazyRouteComponent(() => import("./books/events-page.tsx"), "EventsPage"),
  pendingComponent: OwedSkeleton,
  errorComponent: LoadError,
});

const jobsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/books/jobs",
  validateSearch: jobsSearch,
  component: lazyRouteComponent(() => import("./books/jobs-page.tsx"), "JobsPage"),
  pendingComponent: OwedSkeleton,
  errorComponent: LoadError,
});

/** Inside the shell, so that whoever is lost still has the way on at hand. */
const lostRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "$",
  component: NoSuchPage,
});

export const routeTree = rootRoute.addChildren([
  loginRoute,
  staffRoute.addChildren([
    todayRoute,
    ordersRoute,
    orderRoute,
    stockRoute,
    ledgerRoute,
    booksRoute,
    eventsRoute,
    jobsRoute,
    lostRoute,
  ]),
]);

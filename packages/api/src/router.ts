import { staffSessionRouter } from "./accounts/router.ts";
import { staffBooksRouter } from "./books/router.ts";
import { bagRouter } from "./carts/router.ts";
import { catalogRouter, staffProductsRouter } from "./catalog/router.ts";
import { checkoutRouter } from "./checkout/router.ts";
import { orderRouter, staffOrdersRouter, staffPaymentsRouter } from "./orders/router.ts";
import { staffJobsRouter } from "./jobs/router.ts";
import { paymentRouter } from "./payments/router.ts";
import { shopRouter } from "./shop/router.ts";
import { staffStockRouter } from "./stock/router.ts";
import { staffTodayRouter } from "./today/router.ts";
import { t } from "./trpc.ts";
import { staffWebhooksRouter } from "./webhooks/router.ts";

export const appRouter = t.router({
  shop: shopRouter,
  catalog: catalogRouter,
  bag: bagRouter,
  checkout: checkoutRouter,
  payment: paymentRouter,
  order: orderRouter,
  staff: t.router({
    session: staffSessionRouter,
    today: staffTodayRouter,
    orders: staffOrdersRouter,
    payments: staffPaymentsRouter,
    stock: staffStockRouter,
    products: staffProductsRouter,
    books: staffBooksRouter,
    webhooks: staffWebhooksRouter,
    jobs: staffJobsRouter,
  }),
});
export type AppRouter = typeof appRouter;

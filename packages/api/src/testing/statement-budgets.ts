import type { AppRouter } from "../router.ts";

type Paths<Record, Prefix extends string = ""> = {
  [Name in keyof Record & string]: Record[Name] extends { _def: { procedure: true } }
    ? `${Prefix}${Name}`
    : Paths<Record[Name], `${Prefix}${Name}.`>;
}[keyof Record & string];

export type ProcedurePath = Paths<AppRouter["_def"]["record"]>;

/**
 * How many statements each procedure may send, BEGIN and COMMIT apart, whatever the size of its
 * input: its session's look-up and its key's two statements included. A first visit may send one
 * more, which makes its device. A procedure without a budget does not compile, and the tests' callers
 * hold every call to its own.
 */
export const statementBudgets: Record<ProcedurePath, number> = {
  "shop.info": 1,
  "catalog.categories": 1,
  "catalog.fresh": 2,
  "catalog.list": 2,
  "catalog.product": 2,
  "bag.get": 3,
  "bag.put": 6,
  "checkout.start": 9, // 6, and 3 more when it takes the place of another
  "checkout.extendHold": 6,
  "checkout.get": 2,
  "checkout.place": 10,
  "payment.open": 16,
  "payment.sync": 16,
  "payment.payCash": 20,
  "payment.payCard": 20,
  "order.track": 8,
  "order.changes": 8,
  "order.cancel": 19,
  "order.requestRefund": 16,
  "staff.session.signIn": 3,
  "staff.session.current": 2,
  "staff.session.signOut": 1,
  "staff.today.get": 7,
  "staff.orders.changes": 2,
  "staff.orders.list": 3,
  "staff.orders.get": 9,
  "staff.orders.act": 20,
  "staff.orders.priceRefund": 5,
  "staff.orders.refund": 20,
  "staff.orders.refundAgain": 22,
  "staff.orders.return": 26,
  "staff.orders.answerRefundRequest": 28,
  "staff.payments.settleParked": 26,
  "staff.stock.levels": 3,
  "staff.stock.entries": 3,
  "staff.stock.receive": 8,
  "staff.stock.adjust": 8,
  "staff.products.import": 1_000, // 25 products at a time, each with its variants
  "staff.books.check": 100, // one for each check
  "staff.webhooks.list": 3,
  "staff.webhooks.redrive": 8,
  "staff.jobs.list": 3,
  "staff.jobs.redrive": 6,
};

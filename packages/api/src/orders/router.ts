import {
  ActOnOrder,
  ListOrders,
  OrderById,
  StaffOrder,
  StaffOrderPage,
  TrackedOrder,
  TrackOrder,
} from "@tuckshop/contracts/orders";
import { OrderByReference, SettleParked } from "@tuckshop/contracts/payments";
import {
  AnswerRefundRequest,
  PricedRefund,
  PriceRefund,
  RefundAgain,
  RefundOrder,
  RequestRefund,
  ReturnOrder,
} from "@tuckshop/contracts/refunds";
import { refundAgain } from "../payments/refund-again.ts";
import { pricedRefund, refundOrder } from "../payments/refund-order.ts";
import { answerRefundRequest, askForRefund } from "../payments/refund-requests.ts";
import { settleParked } from "../payments/settle-parked.ts";
import { shopperCommand, shopperQuery, staffCommand, staffQuery } from "../procedures.ts";
import { t } from "../trpc.ts";
import { actOnOrder } from "./act-on-order.ts";
import { cancelOwnOrder } from "./cancel-own-order.ts";
import { everyOrderChanges, ownOrderChanges } from "./order-changes.ts";
import { returnOrder } from "./return-order.ts";
import { staffOrder, staffOrderPage } from "./staff-queries.ts";
import { trackOrder } from "./track-order.ts";

export const orderRouter = t.router({
  track: shopperQuery
    .input(TrackOrder)
    .output(TrackedOrder)
    .query(({ ctx: { db, device, tasks }, input }) =>
      trackOrder(
        { db, principalId: device?.principalId ?? null, linkSecret: tasks.linkSecret },
        input,
      ),
    ),
  changes: shopperQuery
    .input(TrackOrder)
    .subscription(({ ctx: { db, events, device, tasks }, input, signal }) =>
      ownOrderChanges(
        {
          db,
          events,
          principalId: device?.principalId ?? null,
          linkSecret: tasks.linkSecret,
          signal,
        },
        input,
      ),
    ),
  cancel: shopperCommand
    .input(OrderByReference)
    .output(TrackedOrder)
    .mutation(async ({ ctx: { tx, actor, tasks }, input }) => {
      await cancelOwnOrder(tx, actor.principalId, input.reference);
      return trackOrder(
        { db: tx, principalId: actor.principalId, linkSecret: tasks.linkSecret },
        input,
      );
    }),
  requestRefund: shopperCommand
    .input(RequestRefund)
    .output(TrackedOrder)
    .mutation(async ({ ctx: { tx, actor, tasks }, input }) => {
      await askForRefund(tx, actor.principalId, input);
      return trackOrder(
        { db: tx, principalId: actor.principalId, linkSecret: tasks.linkSecret },
        { reference: input.reference },
      );
    }),
});

export const staffOrdersRouter = t.router({
  changes: staffQuery("orders.read").subscription(({ ctx: { events, actor }, signal }) =>
    everyOrderChanges(events, actor.principalId, signal),
  ),
  list: staffQuery("orders.read")
    .input(ListOrders)
    .output(StaffOrderPage)
    .query(({ ctx, input }) => staffOrderPage(ctx.db, input)),
  get: staffQuery("orders.read")
    .input(OrderById)
    .output(StaffOrder)
    .query(({ ctx, input }) => staffOrder(ctx.db, input.orderId, ctx.actor.staff.role)),
  act: staffCommand("orders.read") // each action asks for its own permission
    .input(ActOnOrder)
    .output(StaffOrder)
    .mutation(({ ctx, input }) => actOnOrder(ctx.tx, ctx.actor.staff, input)),
  priceRefund: staffQuery("orders.refund")
    .input(PriceRefund)
    .output(PricedRefund)
    .query(({ ctx, input }) => pricedRefund(ctx.db, input.orderId, input.lines)),
  refund: staffCommand("orders.refund")
    .input(RefundOrder)
    .output(StaffOrder)
    .mutation(({ ctx, input }) => refundOrder(ctx.tx, ctx.actor.staff, ctx.cause, input)),
  refundAgain: staffCommand("orders.refund")
    .input(RefundAgain)
    .output(StaffOrder)
    .mutation(({ ctx, input }) => refundAgain(ctx.tx, ctx.actor.staff, input)),
  return: staffCommand("orders.refund")
    .input(ReturnOrder)
    .output(StaffOrder)
    .mutation(({ ctx, input }) => returnOrder(ctx.tx, ctx.actor.staff, input)),
  answerRefundRequest: staffCommand("orders.refund")
    .input(AnswerRefundRequest)
    .output(StaffOrder)
    .mutation(({ ctx, input }) => answerRefundRequest(ctx.tx, ctx.actor.staff, input)),
});

export const staffPaymentsRouter = t.router({
  settleParked: staffCommand("orders.refund")
    .input(SettleParked)
    .output(StaffOrder)
    .mutation(({ ctx, input }) => settleParked(ctx.tx, ctx.actor.staff, input)),
});

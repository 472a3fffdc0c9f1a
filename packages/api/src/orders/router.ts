import {
  ActOnOrder,
  ListOrders,
  OrderById,
  StaffOrder,
  StaffOrderPage,
  TrackedOrder,
  TrackOrder,
} from "@tuckshop/contracts/orders";
import { OrderByReference } from "@tuckshop/contracts/payments";
import { shopperCommand, shopperQuery, staffCommand, staffQuery } from "../procedures.ts";
import { t } from "../trpc.ts";
import { actOnOrder } from "./act-on-order.ts";
import { cancelOwnOrder } from "./cancel-own-order.ts";
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
});

export const staffOrdersRouter = t.router({
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
});

import {
  Checkout,
  CheckoutById,
  PlacedOrder,
  PlaceOrder,
  StartCheckout,
} from "@tuckshop/contracts/checkout";
import { shopperCommand, shopperQuery } from "../procedures.ts";
import { t } from "../trpc.ts";
import { extendHold } from "./extend-hold.ts";
import { placeOrder } from "./place-order.ts";
import { checkoutById } from "./queries.ts";
import { startCheckout } from "./start-checkout.ts";

export const checkoutRouter = t.router({
  start: shopperCommand
    .input(StartCheckout)
    .output(Checkout)
    .mutation(({ ctx, input }) => startCheckout(ctx, ctx.actor.principalId, input)),
  extendHold: shopperCommand
    .input(CheckoutById)
    .output(Checkout)
    .mutation(({ ctx, input }) => extendHold(ctx.tx, ctx.actor.principalId, input.checkoutId)),
  get: shopperQuery
    .input(CheckoutById)
    .output(Checkout)
    .query(({ ctx, input }) =>
      checkoutById(ctx.db, ctx.device?.principalId ?? null, input.checkoutId),
    ),
  place: shopperCommand
    .input(PlaceOrder)
    .output(PlacedOrder)
    .mutation(({ ctx: { tx, actor, tasks }, input }) =>
      placeOrder(tx, { principalId: actor.principalId, publicUrl: tasks.publicUrl }, input),
    ),
});

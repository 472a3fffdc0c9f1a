import { PlacedOrder } from "@tuckshop/contracts/checkout";
import { OpenedPayment, OrderByReference, PaymentStatus } from "@tuckshop/contracts/payments";
import { idempotent } from "../middleware/idempotent.ts";
import { inTransaction } from "../middleware/in-transaction.ts";
import { shopperCommand, shopperTask } from "../procedures.ts";
import { t } from "../trpc.ts";
import { askPayment, closeCardPayment, openPaymentPage } from "./ask-provider.ts";
import { payCard } from "./pay-card.ts";
import { payCash } from "./pay-cash.ts";

export const paymentRouter = t.router({
  open: shopperTask
    .input(OrderByReference)
    .output(OpenedPayment)
    .mutation(({ ctx: { tasks, actor }, input }) =>
      openPaymentPage(tasks, actor.principalId, input.reference),
    ),
  sync: shopperTask
    .input(OrderByReference)
    .output(PaymentStatus)
    .mutation(({ ctx: { tasks, actor }, input }) =>
      askPayment(tasks, actor.principalId, input.reference),
    ),
  payCash: shopperTask
    .input(OrderByReference)
    .use(async ({ ctx: { tasks, actor }, input, next }) => {
      await closeCardPayment(tasks, actor.principalId, input.reference);
      return next();
    })
    .use(inTransaction)
    .concat(idempotent)
    .output(PlacedOrder)
    .mutation(({ ctx: { tx, actor }, input }) => payCash(tx, actor.principalId, input.reference)),
  payCard: shopperCommand
    .input(OrderByReference)
    .output(PlacedOrder)
    .mutation(({ ctx: { tx, actor, tasks }, input }) =>
      payCard(tx, actor.principalId, input.reference, tasks.publicUrl),
    ),
});

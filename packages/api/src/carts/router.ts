import { Bag, PutBag } from "@tuckshop/contracts/bag";
import { shopperCommand, shopperQuery } from "../procedures.ts";
import { t } from "../trpc.ts";
import { putBag } from "./put-bag.ts";
import { bagOf } from "./queries.ts";

export const bagRouter = t.router({
  get: shopperQuery.output(Bag).query(({ ctx }) => bagOf(ctx.db, ctx.device?.principalId ?? null)),
  put: shopperCommand
    .input(PutBag)
    .output(Bag)
    .mutation(({ ctx, input }) => putBag(ctx.tx, ctx.actor.principalId, input)),
});

import { Today } from "@tuckshop/contracts/orders";
import { staffQuery } from "../procedures.ts";
import { t } from "../trpc.ts";
import { today } from "./queries.ts";

export const staffTodayRouter = t.router({
  get: staffQuery("orders.read")
    .output(Today)
    .query(({ ctx }) => today(ctx.db)),
});

import { Shop } from "@tuckshop/contracts/shop";
import { publicProcedure } from "../procedures.ts";
import { t } from "../trpc.ts";
import { shopInfo } from "./queries.ts";

export const shopRouter = t.router({
  info: publicProcedure.output(Shop).query(({ ctx }) => shopInfo(ctx.db)),
});

import {
  AdjustStock,
  ListStock,
  ListStockEntries,
  ReceiveStock,
  StockEntry,
  StockLevel,
  StockPage,
} from "@tuckshop/contracts/stock";
import * as z from "zod/mini";
import { staffCommand, staffQuery } from "../procedures.ts";
import { t } from "../trpc.ts";
import { adjustStock, receiveStock } from "./change-stock.ts";
import { stockEntries, stockPage } from "./queries.ts";

export const staffStockRouter = t.router({
  levels: staffQuery("stock.read")
    .input(ListStock)
    .output(StockPage)
    .query(({ ctx, input }) => stockPage(ctx.db, input)),
  entries: staffQuery("stock.read")
    .input(ListStockEntries)
    .output(z.array(StockEntry))
    .query(({ ctx, input }) => stockEntries(ctx.db, input.sku)),
  receive: staffCommand("stock.change")
    .input(ReceiveStock)
    .output(StockLevel)
    .mutation(({ ctx: { tx, actor, cause }, input }) =>
      receiveStock(tx, { actor: actor.principalId, cause }, input),
    ),
  adjust: staffCommand("stock.change")
    .input(AdjustStock)
    .output(StockLevel)
    .mutation(({ ctx: { tx, actor, cause }, input }) =>
      adjustStock(tx, { actor: actor.principalId, cause }, input),
    ),
});

import {
  Category,
  ListProducts,
  Product,
  ProductBySlug,
  ProductCard,
  ProductPage,
} from "@tuckshop/contracts/catalog";
import { ImportedProducts, ImportProducts } from "@tuckshop/contracts/products-import";
import * as z from "zod/mini";
import { publicProcedure, staffCommand } from "../procedures.ts";
import { t } from "../trpc.ts";
import { importProducts } from "./import-products.ts";
import { categories, freshProducts, productBySlug, productPage } from "./queries.ts";

export const catalogRouter = t.router({
  categories: publicProcedure.output(z.array(Category)).query(({ ctx }) => categories(ctx.db)),
  fresh: publicProcedure.output(z.array(ProductCard)).query(({ ctx }) => freshProducts(ctx.db)),
  list: publicProcedure
    .input(ListProducts)
    .output(ProductPage)
    .query(({ ctx, input }) => productPage(ctx.db, input)),
  product: publicProcedure
    .input(ProductBySlug)
    .output(Product)
    .query(({ ctx, input }) => productBySlug(ctx.db, input.slug)),
});

export const staffProductsRouter = t.router({
  import: staffCommand("catalog.change")
    .input(ImportProducts)
    .output(ImportedProducts)
    .mutation(({ ctx, input }) => importProducts(ctx.tx, ctx.actor.principalId, input)),
});

import {
  CategoryId,
  CheckoutId,
  CounterId,
  PrincipalId,
  ProductId,
  Sku,
  VariantId,
  newId,
} from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import { recordBirths } from "../atomic/transition.ts";
import { enterStock } from "../atomic/stock-entry.ts";
import type { Db } from "../schema.ts";

const actor = "test";

export type MadeVariant = { variantId: VariantId; counterId: CounterId; sku: Sku; slug: string };

/** The shop's settings, one delivery zone (560038, ₹15) and one counter, `snacks`. */
export async function makeShop(db: Db): Promise<void> {
  await db
    .insertInto("shop")
    .values({
      name: "Test Shop",
      phone: "+91 98860 00000",
      address: "12th Main, Indiranagar",
      hours: "Open till 9:30 pm",
      time_zone: "Asia/Kolkata",
      currency: "INR",
      cash_fee_minor: 500,
      hold_minutes: 15,
    })
    .execute();
  await db
    .insertInto("zone")
    .values({ name: "Indiranagar", pincodes: ["560038"], fee_minor: 1_500, free_from_minor: null })
    .execute();
  await db
    .insertInto("category")
    .values({
      id: newId(CategoryId),
      slug: "snacks",
      name: "Snacks",
      hue: "pistachio",
      position: 1,
    })
    .execute();
}

/** An active product of one variant with so much stock. Needs `makeShop`. */
export async function makeVariant(
  db: Db,
  { sku, stock = 10, priceMinor = 6_000 }: { sku: string; stock?: number; priceMinor?: number },
): Promise<MadeVariant> {
  const productId = newId(ProductId);
  const variantId = newId(VariantId);
  const counterId = newId(CounterId);
  const slug = sku.toLowerCase();
  await db.transaction().execute(async (tx) => {
    const { id: categoryId } = await tx
      .selectFrom("category")
      .select("id")
      .where("slug", "=", "snacks")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("product")
      .values({
        id: productId,
        slug,
        title: sku,
        detail: "",
        description: "",
        category_id: categoryId,
        tax_rate_basis_points: 1_200,
        state: "active",
      })
      .execute();
    await recordBirths(tx, "product", [productId], "active", { actor });
    await tx.insertInto("counter").values({ id: counterId, kind: "stock" }).execute();
    await tx
      .insertInto("variant")
      .values({
        id: variantId,
        product_id: productId,
        sku: Sku.parse(sku),
        title: "",
        price_minor: priceMinor,
        position: 1,
        counter_id: counterId,
      })
      .execute();
    if (stock > 0) {
      await enterStock(tx, {
        counterId,
        sku,
        kind: "receive",
        change: stock,
        cause: `test:${sku}`,
        reason: "test",
        actor,
      });
    }
  });
  return { variantId, counterId, sku: Sku.parse(sku), slug };
}

export async function makePrincipal(db: Db): Promise<PrincipalId> {
  const id = newId(PrincipalId);
  await db.insertInto("principal").values({ id, kind: "guest" }).execute();
  return id;
}

/** An open checkout of a new guest, with nothing claimed. */
export async function makeCheckout(db: Db): Promise<CheckoutId> {
  const id = newId(CheckoutId);
  const principalId = await makePrincipal(db);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("checkout")
      .values({
        id,
        principal_id: principalId,
        cart_version: 1,
        method: "pickup",
        state: "open",
        expires_at: sql<string>`now() + interval '15 minutes'`,
      })
      .execute();
    await recordBirths(tx, "checkout", [id], "open", { actor });
  });
  return id;
}

import type { PrincipalId } from "@tuckshop/contracts/ids";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";

/** What a bag or a quote needs to know of every variant, with today's price. */
export const articles = (db: ReadDb) =>
  db
    .selectFrom("variant")
    .innerJoin("product", "product.id", "variant.product_id")
    .innerJoin("category", "category.id", "product.category_id")
    .select([
      "variant.id as variantId",
      "variant.sku",
      "variant.title as variantTitle",
      "variant.price_minor as priceMinor",
      "variant.counter_id as counterId",
      "product.slug",
      "product.title",
      "product.state as productState",
      "product.tax_rate_basis_points as taxRateBasisPoints",
      "category.hue",
    ]);

/** The same, with what this principal could have of each. */
export const availableArticles = (db: ReadDb, principalId: PrincipalId) =>
  articles(db)
    .innerJoin("counter", "counter.id", "variant.counter_id")
    .select(availableTo(principalId).as("available"));

/**
 * What one principal could have of the joined counter: what is free, and what is held for them
 * already. By way of their one open checkout, so that a counter with thousands of holds costs no more.
 */
const availableTo = (principalId: PrincipalId) => sql<number>`
  counter.capacity - counter.claimed + coalesce((
    select quantity from claim where claim.counter_id = counter.id and claim.state = 'held'
      and claim.checkout_id = (
        select id from checkout where principal_id = ${principalId} and state = 'open')
  ), 0)`;

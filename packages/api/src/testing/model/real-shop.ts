import { randomUUID } from "node:crypto";
import { ShopError } from "@tuckshop/contracts/errors";
import type { Checkout } from "@tuckshop/contracts/checkout";
import type { OrderId, OrderReference, PaymentId, PrincipalId } from "@tuckshop/contracts/ids";
import { makeVariant, type MadeVariant } from "@tuckshop/db/testing/factories";
import { TRPCError } from "@trpc/server";
import { placing } from "../purchase.ts";
import type { Caller, Person, TestShop } from "../test-shop.ts";
import { priceMinor, stockAtFirst } from "./model.ts";
import { articleCount, shopperCount, type Wanted } from "./moves.ts";

/** One run's part of a real shop: articles and shoppers that nobody else has. */
export type RealShop = {
  shop: TestShop;
  owner: Person;
  articles: MadeVariant[];
  shoppers: RealShopper[];
  orders: RealOrder[];
};

export type RealShopper = {
  person: Person;
  /** Known once they have a bag. */
  principalId: PrincipalId | null;
  checkout?: Checkout;
  last?: Command;
};

export type RealOrder = {
  id: OrderId;
  reference: OrderReference;
  shopper: RealShopper;
  event?: { id: string; paymentId: PaymentId };
};

/** A command that succeeded, to be sent once more under its key. */
type Command = {
  key: string;
  send: (caller: Caller) => Promise<unknown>;
  json: string;
  answer: string;
};

export async function openReal(shop: TestShop, owner: Person): Promise<RealShop> {
  const run = randomUUID().slice(0, 8).toUpperCase();
  const articles: MadeVariant[] = [];
  for (let at = 0; at < articleCount; at++) {
    const wanted = { sku: `${run}-${at}`, stock: stockAtFirst, priceMinor: priceMinor(at) };
    articles.push(await makeVariant(shop.db, wanted));
  }
  const shoppers = Array.from({ length: shopperCount }, () => ({
    person: shop.shopper(),
    principalId: null,
  }));
  return { shop, owner, articles, shoppers, orders: [] };
}

export const linesOf = ({ articles }: RealShop, lines: readonly Wanted[]) =>
  lines.flatMap(({ article, quantity }) => {
    const variantId = articles[article]?.variantId;
    return variantId ? [{ variantId, quantity }] : [];
  });

/** What a call is answered, in the words of the model; a fault stays a fault. */
export async function answerOf(real: RealShop, call: () => Promise<string>): Promise<string> {
  try {
    return await call();
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (!(cause instanceof ShopError)) throw error;
    const { refusal } = cause;
    switch (refusal.code) {
      case "CHECKOUT_CLOSED":
      case "ILLEGAL_TRANSITION":
        return `${refusal.code} ${refusal.state}`;
      case "OUT_OF_STOCK":
        return `${refusal.code} ${refusal.lines
          .map((line) => shortLine(real, line))
          .toSorted()
          .join(" ")}`;
      default:
        return refusal.code;
    }
  }
}

const shortLine = (
  { articles }: RealShop,
  { sku, requested, available }: { sku: string; requested: number; available: number },
): string => `${articles.findIndex((article) => article.sku === sku)}:${available}/${requested}`;

/** Sends a shopper's command under a key of its own, and keeps it to be repeated. */
export async function command<T>(
  shopper: RealShopper,
  send: (caller: Caller) => Promise<T>,
  answer: (result: T) => string,
): Promise<{ result: T; said: string }> {
  const key = randomUUID();
  const result = await send(shopper.person.call(key));
  const said = answer(result);
  shopper.last = { key, send, json: JSON.stringify(result), answer: said };
  return { result, said };
}

/** The same command once more: the same answer to the byte, or a difference. */
export async function repeat({ person, last }: RealShopper): Promise<string> {
  if (!last) return "nothing";
  person.headers.clear();
  const json = JSON.stringify(await last.send(person.call(last.key)));
  const isReplay = json === last.json && person.headers.get("idempotency-replayed") === "true";
  return isReplay ? last.answer : `another answer: ${json}`;
}

/** Places a shopper's checkout; a delivery goes to the same address each time. */
export async function place(real: RealShop, shopper: RealShopper, pay: "card" | "cash") {
  const { checkout } = shopper;
  if (!checkout) return "nothing";
  const order = { ...placing(checkout, pay), address: { line1: "14, 12th Main" } };
  const { result, said } = await command(
    shopper,
    (caller) => caller.checkout.place(order),
    ({ state }) => `ok ${state}`,
  );
  const { id } = await real.shop.db
    .selectFrom("orders")
    .select("id")
    .where("reference", "=", result.reference)
    .executeTakeFirstOrThrow();
  real.orders.push({ id, reference: result.reference, shopper });
  return said;
}

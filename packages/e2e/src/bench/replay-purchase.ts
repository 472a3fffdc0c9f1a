import { createHash, randomUUID } from "node:crypto";
import { newId, newOrderReference, OrderId } from "@tuckshop/contracts/ids";
import type { Client } from "@tuckshop/db/client";
import type { MadeShopper } from "@tuckshop/db/testing/made-shoppers";
import type { RecordedPurchase, Statement } from "./record-purchase.ts";

type Pool = Client["pool"];

/** What names a row in a recorded value: an id of ours, an order's reference, a key, a session's hash. */
const names =
  /\b(?:[a-z]{3}_[0-9a-f]{32}|[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{22}|[0-9a-f]{64})\b/g;

/** Rows that are there before a purchase and stay: the same article is bought by everybody who replays it. */
const kept = /^(?:var|prd|cat|ctr)_/;

/**
 * The statements of a recorded purchase for another shopper, straight to Postgres: prepared, on as many
 * connections as the servers have, with no HTTP, no router, no parsing and no pricing. It is what the
 * database alone could do with our SQL.
 */
export async function replayPurchase(
  pool: Pool,
  { steps, shopper: recorded }: RecordedPurchase,
  shopper: MadeShopper,
): Promise<void> {
  const fresh = new Map<string, string>([
    [recorded.principalId, shopper.principalId],
    [recorded.cartId, shopper.cartId],
    [sessionHash(recorded), sessionHash(shopper)],
  ]);
  const rename = (name: string): string => {
    const known = fresh.get(name);
    if (known !== undefined) return known;
    const made = madeLike(name);
    fresh.set(name, made);
    return made;
  };
  for (const statements of Object.values(steps)) await replayStep(pool, statements, rename);
}

async function replayStep(
  pool: Pool,
  statements: readonly Statement[],
  rename: (name: string) => string,
): Promise<void> {
  const connection = await pool.connect();
  try {
    for (const { text, values } of statements) {
      const others = values.map((value) => renamed(value, rename));
      await connection.query(
        others.length > 0 ? { name: nameOf(text), text, values: others } : text,
      );
    }
  } finally {
    connection.release();
  }
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (typeof value === "string") return value.replace(names, rename);
  if (Array.isArray(value)) return value.map((part) => renamed(part, rename));
  return value;
}

function madeLike(name: string): string {
  if (kept.test(name) || name.length === 64) return name; // a quote's hash, a fingerprint
  if (name.includes("_")) return `${name.slice(0, 4)}${newId(OrderId).slice(4)}`;
  return name.length === 11 ? newOrderReference() : randomUUID();
}

const sessionHash = ({ cookie }: MadeShopper): string =>
  createHash("sha256")
    .update(cookie.slice(cookie.indexOf("=") + 1))
    .digest("hex");

const statementNames = new Map<string, string>();

function nameOf(text: string): string {
  const name = statementNames.get(text) ?? `replay_${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

import type Stripe from "stripe";
import type { Params, TimeRange } from "./params.ts";
import { invalidParam } from "./stripe-refusal.ts";

/** What every list endpoint accepts beside its own filters. */
export const LIST_PARAMS = ["limit", "starting_after", "ending_before", "created"];

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

interface Listed {
  readonly id: string;
  readonly object: string;
  readonly created: number;
}

/** One page of Stripe's cursor pagination, over rows that are sorted newest first. */
export function listPage<Row extends Listed>(
  newestFirst: readonly Row[],
  params: Params,
  url: string,
): Stripe.ApiList<Row> {
  const limit = params.integer("limit") ?? DEFAULT_LIMIT;
  if (limit < 1 || limit > MAX_LIMIT) {
    throw invalidParam(`Invalid limit: must be between 1 and ${MAX_LIMIT}`, "limit");
  }
  const created = params.timeRange("created");
  const before = cursorIndex(newestFirst, params, "ending_before");
  const after = cursorIndex(newestFirst, params, "starting_after");
  const matching = newestFirst
    .slice((after ?? -1) + 1, before)
    .filter((row) => isWithin(created, row.created));
  // `ending_before` pages backwards: the rows nearest to the cursor, still newest first.
  const data = before === undefined ? matching.slice(0, limit) : matching.slice(-limit);
  return { object: "list", url, has_more: matching.length > limit, data };
}

function cursorIndex(rows: readonly Listed[], params: Params, name: string): number | undefined {
  const id = params.text(name);
  if (id === undefined) return undefined;
  const index = rows.findIndex((row) => row.id === id);
  if (index >= 0) return index;
  throw invalidParam(`No such object: '${id}'`, name, "resource_missing");
}

function isWithin({ gt, gte, lt, lte }: TimeRange, created: number): boolean {
  return (
    (gt === undefined || created > gt) &&
    (gte === undefined || created >= gte) &&
    (lt === undefined || created < lt) &&
    (lte === undefined || created <= lte)
  );
}

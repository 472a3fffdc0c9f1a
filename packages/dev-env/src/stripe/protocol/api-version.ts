import { invalidParam } from "./stripe-refusal.ts";

/** The account's default version: that of the npm package `stripe` 23.1.0. */
export const ACCOUNT_API_VERSION = "2026-10-28.endive";

/** The `Stripe-Version` of a request, or the account's default. */
export function requestedVersion(header: string | undefined): string {
  if (header === undefined) return ACCOUNT_API_VERSION;
  if (/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(header)) return header;
  throw invalidParam(`Invalid Stripe API version: ${header}`);
}

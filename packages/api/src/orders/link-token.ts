import { createHmac, timingSafeEqual } from "node:crypto";

/** The key in the links that we mail: whoever has it may see the order. Derived, so it is stored nowhere. */
export const orderToken = (secret: string, reference: string): string =>
  createHmac("sha256", secret).update(`order ${reference}`).digest("base64url");

export function isOrderToken(secret: string, reference: string, token: string): boolean {
  const expected = Buffer.from(orderToken(secret, reference));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

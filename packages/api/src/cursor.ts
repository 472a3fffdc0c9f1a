import { ShopError } from "@tuckshop/contracts/errors";
import type * as z from "zod/mini";

/** Where a page ended, as one opaque word. */
export const encodeCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString("base64url");

/** The position in a cursor, or CURSOR_INVALID: a cursor is ours and has the shape that its list gave it. */
export function decodeCursor<T>(cursor: string, shape: z.ZodMiniType<T>): T {
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    position = undefined;
  }
  const parsed = shape.safeParse(position);
  if (!parsed.success) throw new ShopError({ code: "CURSOR_INVALID" });
  return parsed.data;
}

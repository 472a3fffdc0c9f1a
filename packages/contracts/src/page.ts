import * as z from "zod/mini";

/** A keyset cursor: where the last page ended, unreadable on purpose. */
export const Cursor = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,512}$/));

export const PageInput = {
  cursor: z.optional(Cursor),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 24),
};

export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });

export const Timestamp = z.iso.datetime();

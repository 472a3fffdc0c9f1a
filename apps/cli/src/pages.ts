type Page<T> = { items: T[]; nextCursor: string | null };

const pageMax = 100;

/** The items of one page after the other, until there are `limit` or no more. */
export async function allPages<T>(
  limit: number,
  page: (request: { cursor: string | undefined; limit: number }) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  while (items.length < limit) {
    const got = await page({ cursor, limit: Math.min(pageMax, limit - items.length) });
    items.push(...got.items);
    if (got.nextCursor === null) break;
    cursor = got.nextCursor;
  }
  return items;
}

import { expect, test } from "vitest";
import { allPages } from "./pages.ts";

/** Numbers from 0 on, as a server with pages would tell them, and how it was asked. */
function numbers(count: number) {
  const asked: number[] = [];
  const page = async ({ cursor, limit }: { cursor: string | undefined; limit: number }) => {
    asked.push(limit);
    const start = Number(cursor ?? 0);
    const end = Math.min(count, start + limit);
    const items = Array.from({ length: end - start }, (_, at) => start + at);
    return { items, nextCursor: end < count ? String(end) : null };
  };
  return { asked, page };
}

test("pages follow each other until there are no more", async () => {
  const { asked, page } = numbers(230);
  expect(await allPages(Number.POSITIVE_INFINITY, page)).toHaveLength(230);
  expect(asked).toEqual([100, 100, 100]);
});

test("no more is asked for than wanted", async () => {
  const { asked, page } = numbers(500);
  expect(await allPages(130, page)).toEqual(Array.from({ length: 130 }, (_, at) => at));
  expect(asked).toEqual([100, 30]);
});

test("a single empty page is no items", async () => {
  expect(await allPages(10, numbers(0).page)).toEqual([]);
});

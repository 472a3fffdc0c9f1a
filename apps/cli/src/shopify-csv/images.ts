import { quoted, type Report } from "./problem.ts";
import type { Row } from "./row.ts";

export type ImageDraft = { url: string; alt: string };

/** The addresses of a product's images in their order, each once. Nothing is fetched. */
export function imagesOf(rows: readonly Row[], report: Report): ImageDraft[] {
  const images = new Map<string, ImageDraft & { position: number }>();
  for (const row of rows) {
    const url = row.cells["Image Src"];
    if (url === "" || images.has(url)) continue;
    if (!isWebAddress(url)) report(row, "Image Src", `${quoted(url)} is not a web address`);
    images.set(url, { url, alt: row.cells["Image Alt Text"], position: positionOf(row, report) });
  }
  return [...images.values()]
    .toSorted((a, b) => a.position - b.position)
    .map(({ url, alt }) => ({ url, alt }));
}

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Images without a position come after those with one, as they stand in the file. */
function positionOf(row: Row, report: Report): number {
  const text = row.cells["Image Position"];
  if (text === "") return Number.MAX_SAFE_INTEGER;
  if (!/^\d{1,6}$/.test(text)) report(row, "Image Position", `${quoted(text)} is not a position`);
  return Number(text);
}

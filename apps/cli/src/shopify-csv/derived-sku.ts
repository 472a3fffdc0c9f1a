import { createHash } from "node:crypto";

const lengthMax = 64;
const markLength = 8;

/**
 * A SKU for a variant that has none: `CLAY-PLANT-POT-LARGE`. The same handle and values always give
 * the same one, so a file imported again meets its own variants. Where letters are lost (another
 * script, too long a name), a short mark of the whole keeps two variants apart.
 */
export function derivedSku(handle: string, optionValues: readonly string[]): string {
  const parts = [handle, ...optionValues];
  const safe = parts.map(safePart);
  const whole = safe.filter((part) => part !== "").join("-");
  if (whole.length <= lengthMax && !safe.includes("")) return whole;
  const mark = createHash("sha256")
    .update(JSON.stringify(parts))
    .digest("hex")
    .slice(0, markLength)
    .toUpperCase();
  return whole === "" ? mark : `${whole.slice(0, lengthMax - markLength - 1)}-${mark}`;
}

const safePart = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^A-Z0-9._]+/g, "-")
    .replace(/^[-._]+|[-._]+$/g, "");

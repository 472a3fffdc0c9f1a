import { createHash } from "node:crypto";

/** The ETag of an object put in one piece: its MD5, quoted. */
export const etagOf = (body: Uint8Array): string =>
  `"${createHash("md5").update(body).digest("hex")}"`;

const bare = (etag: string): string => etag.trim().replace(/^W\//, "").replaceAll('"', "");

/** Whether an If-Match or If-None-Match value (a list of ETags, or `*`) names `etag`. */
export const namesEtag = (condition: string, etag: string): boolean =>
  condition.split(",").some((one) => one.trim() === "*" || bare(one) === bare(etag));

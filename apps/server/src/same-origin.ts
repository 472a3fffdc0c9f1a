import type { MiddlewareHandler } from "hono";

/**
 * Cross-site request forgery stops here: a change must come from our own pages or from no page at
 * all, and as JSON, which no form of another site can send.
 */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== "POST") return next();
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  const foreign =
    (origin !== undefined && hostOf(origin) !== c.req.header("host")) || site === "cross-site";
  if (foreign) return c.json({ error: { message: "Requests from other sites are refused." } }, 403);
  if (!/^application\/json(;|$)/.test(c.req.header("content-type") ?? "")) {
    return c.json({ error: { message: "The body must be application/json." } }, 415);
  }
  return next();
};

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);

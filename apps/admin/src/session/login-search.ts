type LoginSearch = { next?: string | undefined };

/** Where to go after signing in. It comes from the address bar: only a path of these pages may be followed. */
export function loginSearch({ next }: Record<string, unknown>): LoginSearch {
  const isInside = typeof next === "string" && /^\/(?![/\\])/.test(next);
  return { next: isInside ? next : undefined };
}

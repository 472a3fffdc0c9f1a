const secrets: readonly [RegExp, string][] = [
  [/[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g, "…@…"],
  [/\b(?:sk|rk|pk)_(?:test|live)_[A-Za-z0-9*]+/g, "sk_…"],
  [/\bwhsec_[A-Za-z0-9+/=_-]+/g, "whsec_…"],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+/gi, "$1 …"],
  [/(:\/\/)[^/\s:@]+:[^/\s@]+@/g, "$1…@"],
  [/([?&](?:k|token|key|secret|password)=)[^&\s]+/gi, "$1…"],
];
const longest = 300;

/** The first line of what went wrong, without secrets and addresses of people: it is kept and shown. */
export function errorLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [line = ""] = text.trim().split(/\r?\n/);
  const clean = secrets.reduce((rest, [secret, mark]) => rest.replace(secret, mark), line);
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}

/** A decoded parameter: text, a list (`a[0]=`, `a[]=`), or an object (`a[b]=`). */
export type ParamValue = string | ParamValue[] | ParamTree;
export interface ParamTree {
  readonly [name: string]: ParamValue;
}

type Branch = Map<string, Branch | string>;

/** Decodes the form encoding that Stripe uses for bodies and queries, brackets and all. */
export function decodeForm(encoded: string): ParamTree {
  const root: Branch = new Map();
  for (const [key, text] of new URLSearchParams(encoded)) insert(root, segments(key), text);
  return treeOf(root);
}

function segments(key: string): string[] {
  const [head = "", ...rest] = key.split("[");
  return [head, ...rest.map((part) => part.replace(/\]$/, ""))];
}

function insert(branch: Branch, path: readonly string[], text: string): void {
  const [head = "", ...rest] = path;
  // `a[]=x&a[]=y` appends: the next index is the number of entries there are.
  const name = head === "" ? String(branch.size) : head;
  if (rest.length === 0) {
    branch.set(name, text);
    return;
  }
  const existing = branch.get(name);
  const child: Branch = existing instanceof Map ? existing : new Map();
  branch.set(name, child);
  insert(child, rest, text);
}

function treeOf(branch: Branch): ParamTree {
  return Object.fromEntries([...branch].map(([name, child]) => [name, valueOf(child)]));
}

function valueOf(child: Branch | string): ParamValue {
  if (typeof child === "string") return child;
  const names = [...child.keys()];
  if (names.every((name) => /^\d+$/.test(name))) return [...child.values()].map(valueOf);
  return treeOf(child);
}

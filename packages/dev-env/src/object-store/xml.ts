/** What an element holds: text, or child elements by tag. An array repeats its tag. */
export type XmlContent =
  | string
  | number
  | boolean
  | { readonly [tag: string]: XmlContent | readonly XmlContent[] | undefined };

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

const escapeText = (text: string): string =>
  text.replaceAll(/[&<>"\r]/g, (character) => escapes[character] ?? character);

function renderContent(content: XmlContent): string {
  if (typeof content !== "object") return escapeText(String(content));
  return Object.entries(content)
    .flatMap(([tag, child]) =>
      Array.isArray(child) ? child.map((one) => [tag, one]) : [[tag, child]],
    )
    .map(([tag, child]) => (child === undefined ? "" : `<${tag}>${renderContent(child)}</${tag}>`))
    .join("");
}

/** A whole XML document, declaration included. S3 names a namespace in results but not in errors. */
export function xmlDocument(root: string, content: XmlContent, namespace?: string): string {
  const opening = namespace === undefined ? root : `${root} xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${opening}>${renderContent(content)}</${root}>`;
}

/** The inner XML of every `<tag>` element, in order. Enough for S3's flat request bodies. */
export function elementsNamed(xml: string, tag: string): string[] {
  const pattern = new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, "g");
  return [...xml.matchAll(pattern)].map(([, inner = ""]) => inner);
}

/** Turns an element's inner XML into the text it stands for. */
export function unescapeText(xml: string): string {
  return xml.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities.get(name) ?? whole;
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return codePoint <= 0x10_ff_ff ? String.fromCodePoint(codePoint) : whole;
  });
}

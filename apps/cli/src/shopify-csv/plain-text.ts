import { decodeEntities } from "./entities.ts";

const paragraphs = new Set(
  "address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split(
    " ",
  ),
);
const lines = new Set(["br", "caption", "dd", "dt", "figcaption", "tr"]);
const cells = new Set(["td", "th"]);
const hidden = new Set(["script", "style"]);

/**
 * The words of a piece of HTML: tags and comments go, entities become their characters, paragraphs
 * and list items become lines. The result is text and only text: nothing in it is read as HTML again.
 * One pass from left to right, so no input takes longer than its length.
 */
export function plainText(html: string): string {
  let text = "";
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const end = open === -1 ? html.length : open;
    text += decodeEntities(html.slice(at, end).replace(/\s+/g, " "));
    if (open === -1) break;
    const tag = tagAt(html, open);
    text += tag ? breakAt(tag) : "<";
    at = tag ? tag.end : open + 1;
  }
  return tidy(text);
}

/** `end` is where the text goes on; a comment has no name. */
type Tag = { name: string; closing: boolean; end: number };

const tagStart = /<(\/?)([A-Za-z][A-Za-z0-9:-]*)/y;

/** The tag or comment that starts here; undefined for a `<` that is just that, as in “a < b”. */
function tagAt(html: string, open: number): Tag | undefined {
  const comment = { name: "", closing: false };
  if (html.startsWith("<!--", open)) return { ...comment, end: after(html, "-->", open + 4) };
  tagStart.lastIndex = open;
  const match = tagStart.exec(html);
  if (!match) {
    // Browsers take `<!`, `<?` and `</` before anything but a letter for comments.
    const bogus = /[!?/]/.test(html.charAt(open + 1));
    return bogus ? { ...comment, end: after(html, ">", open + 2) } : undefined;
  }
  const name = (match[2] ?? "").toLowerCase();
  const closing = match[1] === "/";
  const end = tagEnd(html, tagStart.lastIndex);
  return { name, closing, end: hidden.has(name) && !closing ? contentEnd(html, name, end) : end };
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

/** Past the `>` that closes the tag; one inside a quoted attribute does not. */
function tagEnd(html: string, from: number): number {
  let quote = "";
  let previous = "";
  for (let at = from; at < html.length; at++) {
    const character = html.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === ">") {
      return at + 1;
    } else if (previous === "=" && (character === '"' || character === "'")) {
      quote = character;
    }
    if (character.trim() !== "") previous = character;
  }
  return html.length;
}

/** Where the closing tag of a script or a style sheet starts: all before it is no text. */
function contentEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

function breakAt({ name, closing }: Tag): string {
  if (paragraphs.has(name)) return "\n\n";
  if (closing) return "";
  if (name === "li") return "\n• ";
  if (lines.has(name)) return "\n";
  return cells.has(name) ? " " : "";
}

const controlsButNewline = /[^\P{Cc}\n]/gu;

const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n")
    .replace(controlsButNewline, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\n\n(?=• )/g, "\n")
    .trim();

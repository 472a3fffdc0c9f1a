/** Markup that is safe to send: what was put into it has been escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Insertion = Html | string | number | null | readonly Insertion[];

/** A template whose insertions are escaped, unless they are Html themselves. Null inserts nothing. */
export function html(strings: TemplateStringsArray, ...insertions: readonly Insertion[]): Html {
  const parts = strings.map((literal, index) => literal + render(insertions[index] ?? null));
  return new Html(parts.join(""));
}

function render(insertion: Insertion): string {
  if (insertion === null) return "";
  if (insertion instanceof Html) return insertion.text;
  if (typeof insertion === "object") return insertion.map(render).join("");
  return String(insertion).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

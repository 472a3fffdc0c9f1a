const named = new Map(
  Object.entries({
    amp: "&",
    apos: "'",
    bull: "•",
    cent: "¢",
    copy: "©",
    deg: "°",
    divide: "÷",
    euro: "€",
    frac12: "½",
    frac14: "¼",
    frac34: "¾",
    gt: ">",
    hellip: "…",
    laquo: "«",
    ldquo: "“",
    lsquo: "‘",
    lt: "<",
    mdash: "—",
    middot: "·",
    nbsp: " ",
    ndash: "–",
    oelig: "œ",
    OElig: "Œ",
    aelig: "æ",
    AElig: "Æ",
    oslash: "ø",
    Oslash: "Ø",
    plusmn: "±",
    pound: "£",
    quot: '"',
    raquo: "»",
    rdquo: "”",
    reg: "®",
    rsquo: "’",
    shy: "",
    szlig: "ß",
    times: "×",
    trade: "™",
    yen: "¥",
  }),
);

const accents = new Map(
  Object.entries({
    acute: "\u0301",
    caron: "\u030c",
    cedil: "\u0327",
    circ: "\u0302",
    grave: "\u0300",
    ring: "\u030a",
    tilde: "\u0303",
    uml: "\u0308",
  }),
);

const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g;
const accented = /^([A-Za-z])(acute|caron|cedil|circ|grave|ring|tilde|uml)$/;

/** Decodes each entity once: `&amp;lt;` is the text `&lt;`. Unknown names stay as they are written. */
export function decodeEntities(text: string): string {
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    return name === undefined ? whole : (named.get(name) ?? withAccent(name) ?? whole);
  });
}

function withAccent(name: string): string | undefined {
  const match = accented.exec(name);
  if (!match) return undefined;
  const [, letter = "", accent = ""] = match;
  return `${letter}${accents.get(accent) ?? ""}`.normalize("NFC");
}

/** What Windows has from 128 to 159, where Unicode has controls. Some places are empty there too. */
const windows = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";
const replacement = "\ufffd";

/** As HTML reads numbers: 128 to 159 are Windows’ characters, and what is none is replaced. */
function character(codePoint: number): string {
  if (codePoint >= 0x80 && codePoint <= 0x9f) return windows.charAt(codePoint - 0x80);
  const surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (codePoint === 0 || surrogate || codePoint > 0x10ffff) return replacement;
  return String.fromCodePoint(codePoint);
}

import type { Hue } from "@tuckshop/contracts/shop";

/** The sheets of paper one picture is cut from. */
export type Paints = { main: string; light: string; dark: string; accent: string };

const byWord: readonly (readonly [RegExp, string, string])[] = [
  [/mango|alphonso|apricot/, "#f4a629", "#d8512f"],
  [/saffron|kesar|turmeric|haldi|honey|banana|corn/, "#eeb42c", "#c2571a"],
  [/orange|carrot|masala|peri|cheese|cadmium/, "#e8762c", "#8f2d12"],
  [/chil+i|tomato|red|crimson|vermil|schezwan|spicy/, "#cf3b2b", "#f0b63a"],
  [/strawberr|rose|raspberr|gulab|gulkand|pink|guava|cherry|beet/, "#e26a86", "#a1123f"],
  [
    /jamun|kala khatta|phalsa|blueberr|grape|plum|fig|purple|violet|kokum|currant/,
    "#7a3a66",
    "#e9b8d0",
  ],
  [
    /chocolate|cocoa|coffee|brown|umber|sienna|jaggery|date|chikoo|bella|ragi|cinnamon/,
    "#7d5238",
    "#d9a664",
  ],
  [/coconut|vanilla|malai|milk|cream|rabri|white|makhana|rice|elaneer/, "#f3ead7", "#9bb67b"],
  [
    /pista|pistachio|matcha|mint|lime|green|curry leaf|curry-leaf|paan|betel|kale/,
    "#8fb35a",
    "#3f6212",
  ],
  [
    /butterscotch|caramel|toffee|peanut|cashew|almond|nut|sesame|til|millet|kraft/,
    "#d59a4a",
    "#7c4a1f",
  ],
  [/lemon|passion|yellow|pineapple|ginger/, "#f2cf4a", "#7d9a2c"],
  [/blue|cobalt|indigo|ultramarine|sea salt|ocean/, "#3d57c4", "#f2b84b"],
  [/black|charcoal|graphite|lamp|kali/, "#3a3531", "#c9bba6"],
];

const byHue: Record<Hue, readonly (readonly [string, string])[]> = {
  raspberry: [
    ["#e07a92", "#a1123f"],
    ["#f3ead7", "#c23a5c"],
    ["#b98ac0", "#7a2a66"],
    ["#8cc0b0", "#c23a5c"],
  ],
  pistachio: [
    ["#d9a545", "#3f6212"],
    ["#c98f45", "#6a7f2a"],
    ["#cf7a3c", "#4d6b1e"],
    ["#e3c36a", "#8a4a1c"],
  ],
  ultramarine: [
    ["#3d57c4", "#f2b84b"],
    ["#d9573f", "#2b3fae"],
    ["#3f9a8a", "#e8a33d"],
    ["#e3b341", "#4254b8"],
  ],
  ink: [
    ["#8a7a66", "#c96a3a"],
    ["#5f7f78", "#d8a84e"],
  ],
};

export function paintsFor(name: string, hue: Hue, chance: number): Paints {
  const words = name.toLowerCase();
  const known = byWord.find(([pattern]) => pattern.test(words));
  const pairs = byHue[hue];
  const [main, accent] = known
    ? [known[1], known[2]]
    : (pairs[chance % pairs.length] ?? ["#8a7a66", "#c96a3a"]);
  return { main, accent, light: mix(main, "#fffaf0", 0.45), dark: mix(main, "#1c120a", 0.28) };
}

function mix(from: string, to: string, share: number): string {
  const channel = (at: number) => {
    const a = Number.parseInt(from.slice(at, at + 2), 16);
    const b = Number.parseInt(to.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

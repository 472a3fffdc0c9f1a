import type { Hue } from "@tuckshop/contracts/shop";
import { paintsFor, type Paints } from "./cut-paper-paints.ts";
import { shapeFor } from "./cut-paper-shapes.ts";

/** FNV-1a: the same name gets the same picture on every device. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

type Props = { name: string; hue: Hue; className?: string | undefined };

/** The picture of a product without a photograph: cut from paper, after its name. Decorative. */
export function CutPaper({ name, hue, className }: Props) {
  const chance = hash(name);
  const shape = shapeFor(name, hue, chance);
  const paints = paintsFor(name, hue, chance >>> 3);
  const tilt = ((chance >>> 5) % 13) - 6;
  return (
    <svg
      viewBox="0 0 160 200"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      data-hue={hue}
      className={className}
    >
      <rect width="160" height="200" fill="var(--counter-wash)" />
      <Backdrop kind={(chance >>> 9) % 4} />
      <Scraps chance={chance} paints={paints} />
      <g
        transform={`translate(80 101) rotate(${tilt}) scale(1.16) translate(-50 -50)`}
        style={{ filter: "drop-shadow(1.2px 2px 0 rgb(28 18 10 / 0.2))" }}
      >
        {shape(paints)}
      </g>
    </svg>
  );
}

/** One large piece behind the thing, a shade deeper than the wash. */
function Backdrop({ kind }: { kind: number }) {
  const fill = "color-mix(in srgb, var(--counter) 13%, var(--counter-wash))";
  if (kind === 0) return <circle cx="80" cy="98" r="66" fill={fill} />;
  if (kind === 1) return <path d="M22 200V92a58 58 0 0 1 116 0v108Z" fill={fill} />;
  if (kind === 2) return <path d="M0 132c34-16 54 12 88 2s44-22 72-12v78H0Z" fill={fill} />;
  return <path d="M-8 70 150-4l26 70L10 206l-18-20Z" fill={fill} />;
}

const scrapPlaces = [
  [22, 34],
  [136, 40],
  [16, 96],
  [20, 158],
  [112, 20],
] as const;

/** Three offcuts left on the table. */
function Scraps({ chance, paints }: { chance: number; paints: Paints }) {
  return scrapPlaces
    .filter((_, index) => index !== chance % 5 && index !== (chance >>> 4) % 5)
    .map(([x, y], index) => (
      <path
        key={x}
        d={index === 1 ? "M-5-4 6-2 1 6Z" : "M-5-3q6-5 10 0-2 7-8 6Z"}
        fill={index === 0 ? paints.accent : paints.main}
        transform={`translate(${x} ${y}) rotate(${(chance >>> (index * 3)) % 180})`}
      />
    ));
}

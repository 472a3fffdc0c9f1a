import type { Hue } from "@tuckshop/contracts/shop";

/** The sign that hangs over a counter: leaf, cone, palette. Takes the colour around it. */
export function CounterGlyph({ hue, className }: { hue: Hue; className?: string }) {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className={className}>
      {glyphs[hue]}
    </svg>
  );
}

const cut = "var(--counter-wash)";
const glyphs = {
  pistachio: (
    <>
      <path
        d="M50 8c20 9 29 25 25 45-3 17-15 30-25 39-10-9-22-22-25-39-4-20 5-36 25-45Z"
        fill="currentColor"
      />
      <path
        d="M50 24v62M50 46l14-12M50 46 36 34M50 64l13-11M50 64 37 53"
        stroke={cut}
        strokeWidth="3.2"
        strokeLinecap="round"
        fill="none"
      />
    </>
  ),
  raspberry: (
    <>
      <path d="M31 50h38L51.5 97a1.6 1.6 0 0 1-3 0Z" fill="currentColor" opacity=".5" />
      <path
        d="M26 36a24 24 0 1 1 48 0c0 4-1 8-3 11-3 4-7 3-11 1s-7 6-12 5-6-4-10-3-7-1-9-4c-2-3-3-6-3-10Z"
        fill="currentColor"
      />
      <path
        d="M36 27c2-5 6-8 11-9"
        stroke={cut}
        strokeWidth="3.5"
        strokeLinecap="round"
        fill="none"
      />
    </>
  ),
  ultramarine: (
    <>
      <path
        d="M50 12c26 0 42 17 42 36 0 15-11 20-22 17-9-2-13 5-10 11 4 8-1 14-10 14C24 90 8 72 8 50s17-38 42-38Z"
        fill="currentColor"
      />
      <g fill={cut}>
        <circle cx="34" cy="33" r="6.5" />
        <circle cx="57" cy="28" r="6.5" />
        <circle cx="75" cy="43" r="5.5" />
        <circle cx="26" cy="54" r="6" />
      </g>
    </>
  ),
  ink: <path d="M20 34h60l6 56H14Zm14 0c0-30 32-30 32 0h-7c0-20-18-20-18 0Z" fill="currentColor" />,
} satisfies Record<Hue, unknown>;

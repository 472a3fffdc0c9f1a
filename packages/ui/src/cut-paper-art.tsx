import type { Paints } from "./cut-paper-paints.ts";

const wood = "#d8b07a";
const steel = "#b9bcc4";
const steelDark = "#9498a3";
const sheet = "#fdf8ee";

export function Brush({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path d="M18 80c14 12 46 14 66 2-4 10-20 14-36 14S20 92 18 80Z" fill={main} opacity=".9" />
      <g transform="rotate(28 50 50)">
        <path d="M46 4h8l3 48H43Z" fill={accent} />
        <path d="M48 8h2l1 40h-4Z" fill={light} opacity=".5" />
        <rect x="42" y="50" width="16" height="16" rx="2" fill={steel} />
        <path d="M42 55h16M42 61h16" stroke={steelDark} strokeWidth="2" />
        <path d="M42 66h16c3 12-2 22-8 28-6-6-11-16-8-28Z" fill={main} />
        <path d="M45 80c3 3 7 3 10 0-1 6-3 10-5 14-2-4-4-8-5-14Z" fill={dark} />
      </g>
    </>
  );
}

export function Palette({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path
        d="M50 12c26 0 42 17 42 36 0 15-11 20-22 17-9-2-13 5-10 11 4 8-1 14-10 14C24 90 8 72 8 50s17-38 42-38Z"
        fill={wood}
      />
      <circle cx="34" cy="32" r="8" fill={main} />
      <circle cx="56" cy="27" r="8" fill={accent} />
      <circle cx="75" cy="41" r="7" fill={light} />
      <circle cx="25" cy="53" r="8" fill={dark} />
      <circle cx="39" cy="73" r="7" fill="#fdf8ee" />
    </>
  );
}

export function Pencil({ main, light, dark }: Paints) {
  return (
    <>
      <path
        d="M14 82c18-10 28 8 44-2s20-2 28-5"
        stroke={dark}
        strokeWidth="4"
        strokeLinecap="round"
        fill="none"
      />
      <g transform="rotate(35 50 46)">
        <rect x="40" y="2" width="20" height="12" rx="4" fill="#e79aa6" />
        <rect x="40" y="12" width="20" height="8" fill={steel} />
        <path d="M40 20h20v46H40Z" fill={main} />
        <path d="M40 20h7v46h-7Z" fill={light} />
        <path d="M53 20h7v46h-7Z" fill={dark} />
        <path d="M40 66h20L50 88Z" fill={wood} />
        <path d="m46 79 4 9 4-9Z" fill={dark} />
      </g>
    </>
  );
}

export function Crayons({ main, light, dark, accent }: Paints) {
  const sticks = [main, accent, light, dark];
  return (
    <>
      {sticks.map((paint, index) => (
        <g key={index} transform={`translate(${16 + index * 18} ${index % 2 === 0 ? 8 : 16})`}>
          <path d="M3 14 7 0l4 14Z" fill={paint} />
          <rect width="14" height="46" y="14" rx="2" fill={paint} />
          <path d="M0 24h14" stroke={sheet} strokeWidth="2" opacity=".7" />
        </g>
      ))}
      <path d="M10 54h80l-4 36a5 5 0 0 1-5 4H19a5 5 0 0 1-5-4Z" fill={accent} />
      <path d="M14 66h72l-1.5 12h-69Z" fill={sheet} />
    </>
  );
}

export function Tube({ main, light, dark }: Paints) {
  return (
    <>
      <path d="M62 84c14-8 26 0 30 6-10 6-26 8-34 3-3-2-1-6 4-9Z" fill={main} />
      <g transform="rotate(-24 50 48)">
        <path d="M30 8h40l-6 58H36Z" fill={sheet} />
        <path d="M28 4h44v9H28Z" fill={steel} />
        <path d="M31.5 24h37l-3 28h-31Z" fill={main} />
        <path d="M38 31h24M39 38h16" stroke={light} strokeWidth="3" strokeLinecap="round" />
        <path d="M36 66h28l-7 8H43Z" fill={steel} />
        <rect x="42" y="74" width="16" height="15" rx="3" fill={dark} />
      </g>
    </>
  );
}

export function Pad({ main, light, dark, accent }: Paints) {
  return (
    <>
      <rect x="26" y="16" width="58" height="74" rx="4" fill={dark} transform="rotate(5 55 53)" />
      <rect x="20" y="12" width="58" height="76" rx="4" fill={sheet} />
      <path d="M20 16a4 4 0 0 1 4-4h50a4 4 0 0 1 4 4v14H20Z" fill={main} />
      <path d="M20 74c12-16 22-2 30-12s16-8 28 4v18a4 4 0 0 1-4 4H24a4 4 0 0 1-4-4Z" fill={light} />
      <circle cx="62" cy="48" r="8" fill={accent} />
      <path
        d="M28 8v9M38 8v9M48 8v9M58 8v9M68 8v9"
        stroke={dark}
        strokeWidth="3"
        strokeLinecap="round"
      />
    </>
  );
}

export function InkBottle({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path
        d="M38 30h24v8c12 3 20 9 20 20v28a7 7 0 0 1-7 7H25a7 7 0 0 1-7-7V58c0-11 8-17 20-20Z"
        fill={light}
      />
      <path d="M18 60c12-5 18 4 30 0s22-4 34 1v25a7 7 0 0 1-7 7H25a7 7 0 0 1-7-7Z" fill={main} />
      <rect x="30" y="66" width="40" height="18" rx="3" fill={sheet} />
      <path d="M50 68c4 5 5 7 5 9a5 5 0 0 1-10 0c0-2 1-4 5-9Z" fill={dark} />
      <rect x="34" y="12" width="32" height="19" rx="4" fill={accent} />
    </>
  );
}

export function Marker({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path
        d="M12 86c20-8 50-6 74-2"
        stroke={accent}
        strokeWidth="6"
        strokeLinecap="round"
        fill="none"
      />
      <g transform="rotate(32 50 46)">
        <rect x="39" y="2" width="22" height="34" rx="5" fill={dark} />
        <path d="M39 36h22v34H39Z" fill={main} />
        <path d="M39 36h7v34h-7Z" fill={light} />
        <path d="M41 70h18l-4 10H45Z" fill={sheet} />
        <path d="M46 80h8l-2 9-4 2Z" fill={dark} />
      </g>
    </>
  );
}

export function Roll({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path d="M50 82h42v12l-3-3-3 3-3-3-3 3-3-3H50Z" fill={accent} />
      <circle cx="50" cy="52" r="40" fill={main} />
      <circle cx="50" cy="52" r="30" fill={light} opacity=".6" />
      <circle cx="50" cy="52" r="22" fill={wood} />
      <circle cx="50" cy="52" r="16" fill="var(--counter-wash)" />
      <path
        d="M18 42a33 33 0 0 1 16-19"
        stroke={dark}
        strokeWidth="4"
        strokeLinecap="round"
        fill="none"
        opacity=".5"
      />
    </>
  );
}

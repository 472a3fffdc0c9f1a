import type { Paints } from "./cut-paper-paints.ts";

const wafer = "#d9a664";
const waferDark = "#b98243";
const wood = "#d8b07a";

export function Kulfi({ main, light, dark }: Paints) {
  return (
    <>
      <rect x="45" y="64" width="10" height="34" rx="5" fill={wood} />
      <path d="M32 26a18 18 0 0 1 36 0l3 42a6 6 0 0 1-6 6H35a6 6 0 0 1-6-6Z" fill={main} />
      <path
        d="M30.4 50c8-7 12 5 20 0s11-6 19-1l1.6 19a6 6 0 0 1-6 6H35a6 6 0 0 1-6-6Z"
        fill={light}
      />
      <path
        d="M40 22v22M50 18v22M60 22v20"
        stroke={dark}
        strokeWidth="2.5"
        strokeLinecap="round"
        opacity=".45"
      />
    </>
  );
}

export function Cone({ main, light, accent }: Paints) {
  return (
    <>
      <path d="M31 50h38L51.5 97a1.6 1.6 0 0 1-3 0Z" fill={wafer} />
      <path
        d="m37 52 17 34M48 52l10 20M63 52 46 86M52 52 41 72"
        stroke={waferDark}
        strokeWidth="1.8"
      />
      <circle cx="50" cy="33" r="24" fill={main} />
      <path d="M26.5 40c3 9 9 4 13 8s9 6 13 0 7 3 12 1 8-5 9-11a24 24 0 0 1-47 2Z" fill={main} />
      <path
        d="M34 24a18 18 0 0 1 14-9"
        stroke={light}
        strokeWidth="5"
        strokeLinecap="round"
        fill="none"
      />
      <circle cx="58" cy="26" r="3" fill={accent} />
      <circle cx="45" cy="35" r="2.5" fill={accent} />
      <circle cx="62" cy="39" r="2" fill={accent} />
    </>
  );
}

export function Tub({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path d="M22 38h56l-6 50a6 6 0 0 1-6 5H34a6 6 0 0 1-6-5Z" fill={main} />
      <path d="M24 54h52l-2.4 20H26.4Z" fill={light} />
      <circle cx="50" cy="64" r="8" fill={accent} />
      <path d="M47 57c2-5 6-6 9-6-1 4-4 6-9 6Z" fill={dark} />
      <rect x="18" y="28" width="64" height="13" rx="5" fill={dark} />
      <rect x="24" y="20" width="52" height="10" rx="4" fill={main} />
    </>
  );
}

export function Sundae({ main, light, accent }: Paints) {
  return (
    <>
      <path
        d="M26 46h48c0 17-9 26-18 28v12h10a4 4 0 0 1 4 4v3H30v-3a4 4 0 0 1 4-4h10V74c-9-2-18-11-18-28Z"
        fill={light}
      />
      <path d="M31 52h38c-2 10-8 17-19 17S33 62 31 52Z" fill={accent} opacity=".85" />
      <circle cx="39" cy="36" r="14" fill={main} />
      <circle cx="61" cy="36" r="14" fill={light} />
      <circle cx="50" cy="26" r="14" fill={main} />
      <circle cx="50" cy="9" r="5" fill="#c8322f" />
      <path d="m66 30 13-22" stroke={wafer} strokeWidth="5" strokeLinecap="round" />
    </>
  );
}

export function IceSandwich({ main, light, dark }: Paints) {
  return (
    <>
      <rect x="17" y="26" width="66" height="18" rx="6" fill="#6b432c" />
      <rect x="20" y="42" width="60" height="22" fill={main} />
      <path d="M20 55c8-6 12 5 20 0s12 5 20 0 12 4 20 0v9H20Z" fill={light} />
      <rect x="17" y="62" width="66" height="18" rx="6" fill="#7c4f34" />
      <path
        d="M27 35h2M39 35h2M51 35h2M63 35h2M27 71h2M39 71h2M51 71h2M63 71h2"
        stroke={dark}
        strokeWidth="4"
        strokeLinecap="round"
      />
    </>
  );
}

export function Bowl({ main, light, dark, accent }: Paints) {
  return (
    <>
      <circle cx="34" cy="40" r="17" fill={main} />
      <circle cx="66" cy="40" r="17" fill={dark} />
      <circle cx="50" cy="29" r="18" fill={light} />
      <path
        d="M40 24a12 12 0 0 1 9-8"
        stroke="#fffaf0"
        strokeWidth="4"
        strokeLinecap="round"
        fill="none"
      />
      <circle cx="56" cy="33" r="2.5" fill={accent} />
      <circle cx="30" cy="38" r="2.5" fill={accent} />
      <circle cx="69" cy="36" r="2" fill={light} />
      <path d="M10 48h80c0 22-15 38-40 38S10 70 10 48Z" fill={accent} />
      <path d="M15 62c12 8 58 8 70 0" stroke="#fffaf0" strokeWidth="3" fill="none" opacity=".55" />
      <rect x="34" y="84" width="32" height="8" rx="3" fill={accent} />
    </>
  );
}

export function Wedge({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path d="M8 74C8 40 28 20 50 20s42 20 42 54Z" fill={main} />
      <path d="M20 74c0-26 14-40 30-40s30 14 30 40Z" fill={light} />
      <path d="M32 74c0-16 8-25 18-25s18 9 18 25Z" fill={accent} />
      <rect x="6" y="72" width="88" height="10" rx="4" fill={dark} />
      <circle cx="27" cy="52" r="2.5" fill={dark} />
      <circle cx="73" cy="50" r="2.5" fill={dark} />
      <circle cx="50" cy="27" r="2.5" fill={light} />
    </>
  );
}

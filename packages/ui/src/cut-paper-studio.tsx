import type { Paints } from "./cut-paper-paints.ts";

const wood = "#d8b07a";
const steel = "#b9bcc4";
const steelDark = "#9498a3";
const sheet = "#fdf8ee";

export function Tin({ main, light, dark, accent }: Paints) {
  const pans = [main, accent, light, dark, "#e3b341", "#3f9a8a", "#c8453a", "#6b432c"];
  return (
    <>
      <path d="M14 44 22 10h66l-6 34Z" fill={steelDark} />
      <path d="m24 40 5-25h52l-4 25Z" fill={sheet} />
      <rect x="8" y="42" width="84" height="46" rx="6" fill={steel} />
      {pans.map((paint, index) => (
        <rect
          key={paint}
          x={14 + (index % 4) * 18.5}
          y={48 + Math.floor(index / 4) * 18}
          width="16"
          height="15"
          rx="2"
          fill={paint}
        />
      ))}
    </>
  );
}

export function Canvas({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path d="M46 6h8v90h-8ZM26 62h8L20 96h-8ZM66 62h8l14 34h-8Z" fill={wood} />
      <rect x="16" y="14" width="68" height="52" rx="2" fill={sheet} />
      <path d="M16 48c14-14 22-2 34-10s20-6 34 4v22a2 2 0 0 1-2 2H18a2 2 0 0 1-2-2Z" fill={main} />
      <path d="M16 58c18-8 40 4 68-4v10a2 2 0 0 1-2 2H18a2 2 0 0 1-2-2Z" fill={dark} />
      <circle cx="65" cy="27" r="7" fill={accent} />
      <path d="M24 24h16" stroke={light} strokeWidth="4" strokeLinecap="round" />
      <rect x="12" y="66" width="76" height="7" rx="2" fill="#b98243" />
    </>
  );
}

export function Block({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path d="M12 40 54 22l36 14v34L48 90 12 72Z" fill={main} />
      <path d="m12 40 36 15 42-19-36-14Z" fill={light} />
      <path d="M48 55v35l42-20V36Z" fill={dark} />
      <path d="m12 48 36 15v16L12 63Z" fill={accent} />
      <path d="m18 58 22 9" stroke={sheet} strokeWidth="3" strokeLinecap="round" />
    </>
  );
}

export function Scissors({ main, dark }: Paints) {
  return (
    <>
      <path d="M46 56 70 6c5 6 5 12 2 19L55 62Z" fill={steel} />
      <path d="M54 56 30 6c-5 6-5 12-2 19l17 37Z" fill={steelDark} />
      <circle cx="32" cy="76" r="14" fill="none" stroke={main} strokeWidth="8" />
      <circle cx="68" cy="76" r="14" fill="none" stroke={dark} strokeWidth="8" />
      <circle cx="50" cy="56" r="4" fill={dark} />
    </>
  );
}

export function Ruler({ main, light, dark }: Paints) {
  return (
    <g transform="rotate(38 50 50)">
      <rect x="34" y="-6" width="32" height="112" rx="3" fill={main} />
      <path d="M34-6h9v112h-9Z" fill={light} />
      <path
        d="M66 6H54M66 16h-7M66 26H54M66 36h-7M66 46H54M66 56h-7M66 66H54M66 76h-7M66 86H54M66 96h-7"
        stroke={dark}
        strokeWidth="2.5"
      />
    </g>
  );
}

export function Knife({ main, light, dark }: Paints) {
  return (
    <>
      <path d="M12 84c18-9 46-8 70-2-8 9-54 14-70 2Z" fill={main} />
      <g transform="rotate(34 50 46)">
        <path d="M43-2h14l-1 44H44Z" fill={wood} />
        <path d="M46 0h3l1 40h-4Z" fill={light} opacity=".6" />
        <rect x="44" y="42" width="12" height="8" fill={steelDark} />
        <path d="M48 50h4v8c10 6 10 24-2 36-12-12-12-30-2-36Z" fill={steel} />
        <path d="M50 60c6 6 6 20 0 30Z" fill={dark} opacity=".35" />
      </g>
    </>
  );
}

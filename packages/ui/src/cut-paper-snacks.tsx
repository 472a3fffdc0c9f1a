import type { Paints } from "./cut-paper-paints.ts";

export function SnackBag({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path
        d="m24 14 4 5 4-5 4 5 4-5 4 5 4-5 4 5 4-5 4 5 4-5 4 5 4-5 4 5v66l-4 5-4-5-4 5-4-5-4 5-4-5-4 5-4-5-4 5-4-5-4 5-4-5-4 5-4-5V19Z"
        fill={main}
      />
      <path d="M20 26h60v6H20ZM20 74h60v4H20Z" fill={dark} opacity=".5" />
      <path d="M26 44a24 14 0 0 1 48 0v10a24 14 0 0 1-48 0Z" fill={light} />
      <path d="M50 36c8 4 11 10 9 17-1 6-5 10-9 13-4-3-8-7-9-13-2-7 1-13 9-17Z" fill={accent} />
      <path d="M50 42v18" stroke={light} strokeWidth="2" />
    </>
  );
}

export function Spiral({ main, dark }: Paints) {
  const coil =
    "M50 52a4 4 0 0 1 6 4c-1 7-14 8-17-1-4-12 10-20 21-14 15 8 11 31-7 34-22 4-36-18-25-36 10-17 37-18 48-1";
  return (
    <g fill="none" strokeLinecap="round">
      <path d={coil} stroke={main} strokeWidth="10" />
      <path
        d={coil}
        stroke={dark}
        strokeWidth="10"
        strokeDasharray="1.5 6"
        strokeLinecap="butt"
        opacity=".45"
      />
    </g>
  );
}

export function Laddoos({ main, light, dark, accent }: Paints) {
  return (
    <>
      <ellipse cx="50" cy="84" rx="42" ry="9" fill={accent} />
      <circle cx="31" cy="66" r="18" fill={main} />
      <circle cx="69" cy="66" r="18" fill={dark} />
      <circle cx="50" cy="42" r="19" fill={main} />
      <path
        d="M39 36a13 13 0 0 1 9-7M20 60a12 12 0 0 1 8-6"
        stroke={light}
        strokeWidth="4"
        strokeLinecap="round"
        fill="none"
      />
      <circle cx="56" cy="46" r="2.5" fill={light} />
      <circle cx="47" cy="50" r="2" fill={dark} />
      <circle cx="36" cy="72" r="2.5" fill={light} />
      <circle cx="72" cy="61" r="2.5" fill={main} />
    </>
  );
}

export function Slab({ main, light, dark }: Paints) {
  const squares = [0, 1, 2, 3, 4, 5];
  return (
    <>
      <rect x="22" y="16" width="56" height="70" rx="5" fill={dark} />
      {squares.map((square) => (
        <rect
          key={square}
          x={26 + (square % 2) * 25}
          y={20 + Math.floor(square / 2) * 21.5}
          width="23"
          height="19.5"
          rx="3"
          fill={square % 3 === 0 ? light : main}
        />
      ))}
      <path
        d="M18 66c9-5 14 4 23 0s14 5 22 0 12-2 19-1v25a4 4 0 0 1-4 4H22a4 4 0 0 1-4-4Z"
        fill="#f6efe2"
      />
      <path d="M26 80h30" stroke={dark} strokeWidth="3.5" strokeLinecap="round" />
    </>
  );
}

export function Jar({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path
        d="M28 28h44c6 5 8 10 8 17v39a9 9 0 0 1-9 9H29a9 9 0 0 1-9-9V45c0-7 2-12 8-17Z"
        fill={light}
      />
      <path d="M20 48c10-5 16 5 27 1s22-6 33 0v35a9 9 0 0 1-9 9H29a9 9 0 0 1-9-9Z" fill={main} />
      <rect x="27" y="56" width="46" height="24" rx="3" fill="#fbf5e9" />
      <path d="M34 64h22M34 71h32" stroke={dark} strokeWidth="3" strokeLinecap="round" />
      <rect x="26" y="12" width="48" height="17" rx="5" fill={accent} />
      <path d="M26 23h48" stroke="#fbf5e9" strokeWidth="2" opacity=".6" />
    </>
  );
}

export function Biscuits({ main, light, dark }: Paints) {
  return (
    <>
      <circle cx="60" cy="62" r="28" fill={dark} />
      <circle cx="42" cy="42" r="30" fill={main} />
      <circle cx="42" cy="42" r="23" fill={light} opacity=".55" />
      <g fill={dark}>
        <circle cx="33" cy="34" r="3.5" />
        <circle cx="50" cy="31" r="3" />
        <circle cx="54" cy="47" r="3.5" />
        <circle cx="38" cy="53" r="3" />
        <circle cx="27" cy="47" r="2.5" />
      </g>
      <path d="M64 78h2M74 70h2M76 58h2" stroke={light} strokeWidth="4" strokeLinecap="round" />
    </>
  );
}

export function Samosa({ main, light, dark, accent }: Paints) {
  return (
    <>
      <path d="M50 14c5 0 36 52 34 60s-64 9-68 1S45 14 50 14Z" fill={main} />
      <path d="M50 14c4 0 14 17 22 33-9 6-27 8-38 2 8-17 13-35 16-35Z" fill={light} opacity=".75" />
      <path d="M17 72c12 6 54 6 66 0l1 3c1 8-64 9-68 1Z" fill={dark} />
      <circle cx="45" cy="60" r="2.5" fill={dark} />
      <circle cx="58" cy="63" r="2" fill={dark} />
      <path d="M66 88c10-1 18-6 22-14 2 8-4 18-14 18-4 0-7-2-8-4Z" fill={accent} />
    </>
  );
}

export function Nuts({ main, light, dark }: Paints) {
  const nut = "M0-17C9-15 12-4 9 5 7 12 3 16 0 16S-7 12-9 5C-12-4-9-15 0-17Z";
  const places = ["28 64) rotate(-32", "70 66) rotate(40", "50 38) rotate(8", "50 76) rotate(84"];
  return places.map((place, index) => (
    <g key={place} transform={`translate(${place}) scale(1.15)`}>
      <path d={nut} fill={index % 2 === 0 ? main : dark} />
      <path
        d="M0-11v20M-4-7C-5 0-4 5-3 8"
        stroke={light}
        strokeWidth="1.8"
        strokeLinecap="round"
        fill="none"
        opacity=".7"
      />
    </g>
  ));
}

export function Leaf({ main, light, dark }: Paints) {
  return (
    <>
      <path
        d="M50 8c20 9 29 25 25 45-3 17-15 30-25 39-10-9-22-22-25-39-4-20 5-36 25-45Z"
        fill={main}
      />
      <path d="M50 8c20 9 29 25 25 45-3 17-15 30-25 39Z" fill={dark} opacity=".55" />
      <path
        d="M50 24v60M50 46l14-12M50 46 36 34M50 64l13-11M50 64 37 53"
        stroke={light}
        strokeWidth="3"
        strokeLinecap="round"
        fill="none"
      />
    </>
  );
}

export function Bowlful({ main, light, dark, accent }: Paints) {
  return (
    <>
      <g fill={main}>
        <circle cx="28" cy="42" r="10" />
        <circle cx="70" cy="42" r="11" />
        <circle cx="50" cy="30" r="11" />
      </g>
      <g fill={dark}>
        <circle cx="40" cy="40" r="9" />
        <circle cx="60" cy="34" r="8" />
      </g>
      <circle cx="52" cy="44" r="9" fill={light} />
      <circle cx="80" cy="46" r="6" fill={light} />
      <path d="M8 46h84c0 22-16 40-42 40S8 68 8 46Z" fill={accent} />
      <path
        d="M16 58c14 9 54 9 68 0"
        stroke="#fffaf0"
        strokeWidth="3"
        strokeDasharray="7 6"
        fill="none"
        opacity=".7"
      />
      <rect x="33" y="83" width="34" height="9" rx="3" fill={accent} />
    </>
  );
}

export function Discs({ main, light, dark }: Paints) {
  return (
    <>
      <ellipse cx="50" cy="76" rx="42" ry="13" fill={dark} />
      <ellipse cx="50" cy="66" rx="42" ry="13" fill={light} />
      <ellipse cx="50" cy="56" rx="42" ry="13" fill={dark} />
      <circle cx="50" cy="40" r="33" fill={main} />
      <g fill={dark} opacity=".75">
        <circle cx="38" cy="28" r="3" />
        <circle cx="60" cy="24" r="2.5" />
        <circle cx="66" cy="44" r="3.5" />
        <circle cx="46" cy="52" r="3" />
        <circle cx="30" cy="46" r="2.5" />
        <circle cx="50" cy="38" r="2" />
      </g>
    </>
  );
}

export function Sticks({ main, light, dark, accent }: Paints) {
  const sticks = [main, light, dark, main, light];
  return (
    <>
      {sticks.map((paint, index) => (
        <rect
          key={index}
          x={24 + index * 11}
          y={index % 2 === 0 ? 10 : 18}
          width="9"
          height="60"
          rx="4.5"
          fill={paint}
          transform={`rotate(${(index - 2) * 6} 50 90)`}
        />
      ))}
      <path d="M22 52h56l-5 36a5 5 0 0 1-5 4H32a5 5 0 0 1-5-4Z" fill={accent} />
      <path d="M25 64h50l-1.8 12H26.8Z" fill="#fbf5e9" />
    </>
  );
}

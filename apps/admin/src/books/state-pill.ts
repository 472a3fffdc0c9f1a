/** A state as a link among others: the one that is shown is marked. */
export const statePill =
  "flex min-h-8 items-center rounded-full px-3 text-small font-[600] text-ink-2 no-underline inset-ring-[1.5px] inset-ring-line-strong hover:bg-wash aria-[current]:bg-counter-wash aria-[current]:text-counter aria-[current]:inset-ring-counter pointer-coarse:min-h-11";

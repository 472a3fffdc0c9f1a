import { clsx } from "clsx";
import type { ReactNode } from "react";

const tones = {
  warn: "bg-warn-wash text-warn",
  bad: "bg-bad-wash text-bad",
};

/** What came of the last press, when it was not what was wanted. */
export function Notice({
  tone = "warn",
  children,
}: {
  tone?: keyof typeof tones;
  children: ReactNode;
}) {
  return (
    <p role="alert" className={clsx("rounded-[8px] px-3 py-2 text-small", tones[tone])}>
      {children}
    </p>
  );
}

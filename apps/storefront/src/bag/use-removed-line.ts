import { useEffect, useState } from "react";
import type { BagViewLine } from "./bag-intent.ts";

const undoMs = 6000;

/** The line taken out last, for as long as its place offers to put it back. */
export function useRemovedLine() {
  const [removed, setRemoved] = useState<BagViewLine | null>(null);
  useEffect(() => {
    if (!removed) return undefined;
    const timer = setTimeout(() => setRemoved(null), undoMs);
    return () => clearTimeout(timer);
  }, [removed]);
  return [removed, setRemoved] as const;
}

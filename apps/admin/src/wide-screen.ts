import { useSyncExternalStore } from "react";

// The same width at which the rail and the tables have room: Tailwind’s lg.
const query = window.matchMedia("(min-width: 64rem)");

function subscribe(listener: () => void): () => void {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Whether a table fits. Narrow screens get a list of cards, with the markup of a list. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

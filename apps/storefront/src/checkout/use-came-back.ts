import { useEffect } from "react";

/**
 * Runs when the browser brings this very page back from its back/forward cache: its scripts were
 * frozen in the middle of leaving, and nobody else will tell the busy button to wake up.
 */
export function useCameBack(wake: () => void): void {
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) wake();
    };
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [wake]);
}

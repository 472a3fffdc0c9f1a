import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** Loads the current page anew after an error. */
export function useReload(): () => void {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  // A query that failed under suspense stays failed until the boundary says that it may try again.
  useEffect(reset, [reset]);
  return () => void router.invalidate();
}

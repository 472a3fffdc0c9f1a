import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { refusalOf } from "@tuckshop/client/refusal-of";
import { useEffect } from "react";
import { forgetStaff } from "./forget-staff.ts";

type CacheEvent = { type: string; action?: { type: string; error?: unknown } };

/** When a session ends while a page is open, whatever notices first leads to the sign-in, and back afterwards. */
export function useSignedOutWatch(): void {
  const cache = useQueryClient();
  const router = useRouter();
  useEffect(() => {
    const leaveIfSignedOut = async ({ type, action }: CacheEvent) => {
      if (type !== "updated" || action?.type !== "error") return;
      if (refusalOf(action.error)?.code !== "SIGN_IN_REQUIRED") return;
      const { pathname, href } = router.latestLocation;
      if (pathname === "/login") return;
      await router.navigate({ to: "/login", search: { next: href }, replace: true });
      forgetStaff(cache);
    };
    const leaveQueries = cache.getQueryCache().subscribe((event) => void leaveIfSignedOut(event));
    const leaveMutations = cache
      .getMutationCache()
      .subscribe((event) => void leaveIfSignedOut(event));
    return () => {
      leaveQueries();
      leaveMutations();
    };
  }, [cache, router]);
}

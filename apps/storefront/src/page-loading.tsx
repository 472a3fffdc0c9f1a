import { Loading } from "@tuckshop/ui/skeleton";
import type { ReactNode } from "react";

/** The skeletons of a whole page, under the heading that a page always has. */
export function PageLoading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <h1 className="sr-only">{label}</h1>
      <Loading label={`${label}…`}>{children}</Loading>
    </>
  );
}

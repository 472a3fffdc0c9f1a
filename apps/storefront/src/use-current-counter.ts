import { useRouterState } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import type { Category } from "@tuckshop/contracts/catalog";

/** The counter one stands at: the one in the address, or that of the product shown. */
export function useCurrentCounter(): Pick<Category, "slug" | "hue"> | undefined {
  const inAddress = useRouterState({ select: ({ matches }) => slugOf(matches, "/c/$slug") });
  const product = useRouterState({ select: ({ matches }) => slugOf(matches, "/p/$slug") });
  const categories = trpc.catalog.categories.useQuery();
  const shown = trpc.catalog.product.useQuery(
    { slug: product ?? "" },
    { enabled: product !== undefined },
  );
  if (product !== undefined) return shown.data?.category;
  return categories.data?.find((category) => category.slug === inAddress);
}

type Match = { routeId: string; params: object };

function slugOf(matches: readonly Match[], routeId: string): string | undefined {
  const match = matches.find((each) => each.routeId === routeId);
  return match && "slug" in match.params ? String(match.params.slug) : undefined;
}

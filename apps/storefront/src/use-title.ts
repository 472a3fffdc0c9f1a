import { usePageTitle } from "@tuckshop/ui/announcer";
import { useShop } from "./use-shop.ts";

/** “Mango kulfi — The Corner Counter”, in the tab and for listeners. */
export function useTitle(title: string): void {
  usePageTitle(title, useShop()?.name ?? "Tuckshop");
}

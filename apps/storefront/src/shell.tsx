import { Outlet, useRouterState } from "@tanstack/react-router";
import { Announcer } from "@tuckshop/ui/announcer";
import { Awning } from "@tuckshop/ui/awning";
import { ShopTimeZone } from "@tuckshop/ui/time";
import { useEffect, useRef } from "react";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { useCurrentCounter } from "./use-current-counter.ts";
import { useShop } from "./use-shop.ts";

/** What stays while pages come and go. */
export function Shell() {
  const counter = useCurrentCounter();
  const atHome = useRouterState({ select: (state) => state.location.pathname === "/" });
  const loading = useRouterState({
    select: (state) => state.isLoading || state.status === "pending",
  });
  const main = useFocusOnNavigation();
  return (
    <ShopTimeZone value={useShop()?.timeZone ?? "Asia/Kolkata"}>
      <a
        href="#main"
        className="sr-only rounded-full bg-ink px-4 py-3 font-[650] text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-20"
      >
        Skip to content
      </a>
      <div data-hue={counter?.hue ?? (atHome ? "raspberry" : "ink")}>
        <Awning loading={loading} />
      </div>
      <Header />
      <main
        id="main"
        ref={main}
        tabIndex={-1}
        className="gutter mx-auto min-h-[70vh] max-w-[72rem] pt-4"
      >
        <Outlet />
      </main>
      <Footer />
      <Announcer />
    </ShopTimeZone>
  );
}

/** A new page takes the focus, so that keyboards and readers start at its top, not in the old page’s middle. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (before.current !== undefined && before.current !== pathname) {
      main.current?.focus({ preventScroll: true });
    }
    before.current = pathname;
  }, [pathname]);
  return main;
}

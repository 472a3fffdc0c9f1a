import { Outlet } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { BottomBar } from "./bottom-bar.tsx";
import { Rail } from "./rail.tsx";
import { WhoAmI } from "./session/who-am-i.tsx";
import { useSignedOutWatch } from "./session/signed-out-watch.ts";
import { useOrderChanges } from "./use-order-changes.ts";

/** The frame of all staff pages: a rail at the left, or on a phone a bar at the bottom. */
export function Shell() {
  const [shop] = trpc.shop.info.useSuspenseQuery();
  useSignedOutWatch();
  useOrderChanges();
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr] md:grid-cols-[216px_minmax(0,1fr)] md:grid-rows-1">
      <a
        href="#main"
        className="fixed top-2 left-2 z-20 -translate-y-20 rounded-button bg-counter px-3.5 py-2 font-[650] text-on focus:translate-y-0"
      >
        Skip to the page
      </a>
      <header className="flex items-center justify-between gap-3 border-b border-line bg-wash px-4 py-2 md:hidden">
        <span className="font-display text-[1.2rem] tracking-[-0.03em]">{shop.name}</span>
        <WhoAmI />
      </header>
      <Rail shopName={shop.name} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-[1400px] content-start gap-4 px-4 pt-4 pb-24 md:px-7 md:pt-5 md:pb-10"
      >
        <Outlet />
      </main>
      <BottomBar />
    </div>
  );
}

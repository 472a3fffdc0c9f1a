import { Outlet } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { Announcer } from "@tuckshop/ui/announcer";
import { ShopTimeZone } from "@tuckshop/ui/time";

/** Around every page: the shop’s clock and the one voice for people who listen. */
export function Frame() {
  const [shop] = trpc.shop.info.useSuspenseQuery();
  return (
    <ShopTimeZone value={shop.timeZone}>
      <Outlet />
      <Announcer />
    </ShopTimeZone>
  );
}

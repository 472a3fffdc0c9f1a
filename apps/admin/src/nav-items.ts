import { linkOptions } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import type { Role } from "@tuckshop/contracts/staff";
import { BookOpenCheck, Boxes, ReceiptText, Store } from "lucide-react";

const keepers: readonly Role[] = ["owner", "manager"];

/** In the order of a shop day. Only what exists. */
const navItems = [
  { link: linkOptions({ to: "/", activeOptions: { exact: true } }), label: "Today", Icon: Store },
  { link: linkOptions({ to: "/orders" }), label: "Orders", Icon: ReceiptText },
  { link: linkOptions({ to: "/stock" }), label: "Stock", Icon: Boxes },
  { link: linkOptions({ to: "/books" }), label: "Books", Icon: BookOpenCheck, for: keepers },
];

/** Where this member of staff may go. The server decides; this only leaves out what it would refuse. */
export function useNavItems() {
  const [{ role }] = trpc.staff.session.current.useSuspenseQuery();
  return navItems.filter((item) => !item.for || item.for.includes(role));
}

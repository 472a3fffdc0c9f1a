import { linkOptions } from "@tanstack/react-router";
import { Boxes, ReceiptText, Store } from "lucide-react";

/** In the order of a shop day. Only what exists. */
export const navItems = [
  { link: linkOptions({ to: "/", activeOptions: { exact: true } }), label: "Today", Icon: Store },
  { link: linkOptions({ to: "/orders" }), label: "Orders", Icon: ReceiptText },
  { link: linkOptions({ to: "/stock" }), label: "Stock", Icon: Boxes },
];

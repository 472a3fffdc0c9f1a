import { Role } from "@tuckshop/contracts/staff";

/** What each role may do, as data. */
const permissions = {
  owner: [
    "orders.read",
    "orders.pack",
    "orders.deliver",
    "orders.cancel",
    "orders.refund",
    "stock.read",
    "stock.change",
    "catalog.change",
    "books.read",
    "books.repair",
  ],
  manager: [
    "orders.read",
    "orders.pack",
    "orders.deliver",
    "orders.cancel",
    "orders.refund",
    "stock.read",
    "stock.change",
    "catalog.change",
    "books.read",
    "books.repair",
  ],
  packer: ["orders.read", "orders.pack", "stock.read"],
  rider: ["orders.read", "orders.deliver"],
  viewer: ["orders.read", "stock.read"],
} as const satisfies Record<Role, readonly string[]>;

export type Permission = (typeof permissions)[Role][number];

export const rolesThatMay = (permission: Permission): Role[] =>
  Role.options.filter((role) => permits(role, permission));

export const permits = (role: Role, permission: Permission): boolean =>
  permissions[role].some((granted) => granted === permission);

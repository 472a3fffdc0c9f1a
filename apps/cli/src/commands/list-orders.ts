import type { ShopClient } from "@tuckshop/client/client";
import type { OrderState } from "@tuckshop/contracts/machines";
import { moneyText } from "../money-text.ts";
import { allPages } from "../pages.ts";
import type { Print } from "../print.ts";
import { tableLines } from "../table.ts";
import { timeText } from "../time-text.ts";

export type ListOrdersInput = { states: OrderState[]; limit: number; json: boolean };

/** Orders, newest first: a table for people or one JSON array for programs. */
export async function listOrders(
  shop: ShopClient,
  { states, limit, json }: ListOrdersInput,
  print: Print,
): Promise<void> {
  const orders = await allPages(limit, (page) =>
    shop.staff.orders.list.query({ ...page, ...(states.length > 0 ? { states } : {}) }),
  );
  if (json) {
    print(JSON.stringify(orders, null, 2));
    return;
  }
  if (orders.length === 0) {
    print("No orders.");
    return;
  }
  const rows = orders.map((order) => [
    order.reference,
    words(order.state),
    timeText(order.placedAt),
    moneyText(order.total),
    `${order.paymentMethod}, ${words(order.paymentState)}`,
    order.fulfilmentMethod === "pickup" ? "pickup" : (order.area ?? "delivery"),
    order.customerName,
    order.itemSummary,
  ]);
  print(tableLines(columns, rows).join("\n"));
}

const words = (state: string): string => state.replaceAll("_", " ");

const columns = [
  { title: "ORDER", align: "left" },
  { title: "STATE", align: "left" },
  { title: "PLACED", align: "left" },
  { title: "TOTAL", align: "right" },
  { title: "PAYMENT", align: "left" },
  { title: "TO", align: "left" },
  { title: "CUSTOMER", align: "left" },
  { title: "ITEMS", align: "left" },
] as const;

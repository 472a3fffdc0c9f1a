import { money } from "@tuckshop/contracts/money";
import { expect, test } from "vitest";
import { salesFinding } from "./hour-sales.ts";

const hour = (hour: number, orders: number, minor: number) => ({
  hour,
  orders,
  sales: money(minor, "INR"),
});

test("the title of the chart names the busiest hour", () => {
  expect(salesFinding([hour(9, 2, 50_000), hour(11, 5, 231_000), hour(12, 1, 9_000)])).toBe(
    "Busiest from 11\u00a0am to 12\u00a0pm: ₹2,310 from 5 orders",
  );
});

test("a day without sales says so", () => {
  expect(salesFinding([hour(9, 0, 0)])).toBe("No sales yet today");
  expect(salesFinding([])).toBe("No sales yet today");
});

test("one order is not “orders”", () => {
  expect(salesFinding([hour(0, 1, 9_000), hour(1, 0, 0)])).toBe(
    "Busiest from 12\u00a0am to 1\u00a0am: ₹90 from 1 order",
  );
});

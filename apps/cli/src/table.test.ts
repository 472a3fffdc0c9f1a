import { expect, test } from "vitest";
import { moneyText } from "./money-text.ts";
import { tableLines } from "./table.ts";
import { timeText } from "./time-text.ts";

test("columns are as wide as their widest cell, numbers stand on the right", () => {
  const columns = [
    { title: "SKU", align: "left" },
    { title: "LEFT", align: "right" },
    { title: "ARTICLE", align: "left" },
  ] as const;
  const rows = [
    ["A", "5", "Tea"],
    ["LONG-ONE", "12000", "Cafe\u0301"],
  ];
  expect(tableLines(columns, rows)).toEqual([
    "SKU        LEFT  ARTICLE",
    "A             5  Tea",
    "LONG-ONE  12000  Cafe\u0301",
  ]);
});

test("money has its sign, its groups and always two digits of minor units", () => {
  expect(moneyText({ minor: 10_000_000, currency: "INR" })).toBe("₹1,00,000.00");
  expect(moneyText({ minor: 5, currency: "EUR" })).toBe("€0.05");
});

test("a time is that of the reader's clock", () => {
  expect(timeText("2026-03-01T20:45:00Z", "Asia/Kolkata")).toBe("2026-03-02 02:15");
});

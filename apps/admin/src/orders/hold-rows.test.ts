import { OrderId, newId, newOrderReference } from "@tuckshop/contracts/ids";
import type { StaffOrderRow } from "@tuckshop/contracts/orders";
import { expect, test } from "vitest";
import { holdRows } from "./hold-rows.ts";

const row = (customerName: string): StaffOrderRow => ({
  id: newId(OrderId),
  reference: newOrderReference(),
  state: "confirmed",
  customerName,
  area: null,
  fulfilmentMethod: "pickup",
  itemSummary: "Mango kulfi",
  itemCount: 1,
  total: { minor: 6_000, currency: "INR" },
  paymentMethod: "cash",
  paymentState: "due",
  placedAt: "2026-11-22T12:00:00.000Z",
});
const [asha, binu, chitra, dev] = [row("Asha"), row("Binu"), row("Chitra"), row("Dev")];

test("new orders wait above and move nothing", () => {
  const held = holdRows([chitra, dev], [asha, binu, chitra, dev], false);
  expect(held.rows.map(({ row }) => row)).toEqual([chitra, dev]);
  expect(held).toMatchObject({ arrived: 2, below: [] });
});

test("facts of a row change in its place", () => {
  const packed = { ...binu, state: "packed" as const };
  const { rows } = holdRows([asha, binu], [asha, packed], false);
  expect(rows.map(({ row }) => row.state)).toEqual(["confirmed", "packed"]);
});

test("a row that left the view stays where it stood and says so", () => {
  const { rows } = holdRows([asha, binu, chitra], [asha, chitra], true);
  expect(rows.map(({ moved }) => moved)).toEqual([false, true, false]);
});

test("a row pushed beyond the fetched pages has not moved on", () => {
  const { rows, arrived } = holdRows([binu, chitra], [asha, binu], true);
  expect(arrived).toBe(1);
  expect(rows.map(({ moved }) => moved)).toEqual([false, false]);
});

test("the next page is shown at once, for it moves nothing", () => {
  const { arrived, below } = holdRows([asha, binu], [asha, binu, chitra, dev], false);
  expect(arrived).toBe(0);
  expect(below).toEqual([chitra, dev]);
});

test("an empty list shows what comes", () => {
  expect(holdRows([], [asha], false)).toEqual({ rows: [], arrived: 0, below: [asha] });
});

import { expect, test } from "vitest";
import { clientRows } from "./client.fixture.ts";
import { flightRows } from "./flight.fixture.ts";
import { keyRows } from "./keys.fixture.ts";
import { providerRows } from "./provider.fixture.ts";
import { replyRows } from "./replies.fixture.ts";

const rows = [...keyRows, ...flightRows, ...replyRows, ...providerRows, ...clientRows];

/** The contract's own numbers; they skip where a point is left to judgement. */
const numbers = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 29, 31,
];

test("V03 the idempotency table has one proof for each of its rows", () => {
  const proved = rows.map((row) => Number(row.id.slice(1))).toSorted((a, b) => a - b);
  expect(proved).toEqual(numbers);
});

for (const { id, says, expectHolds } of rows) {
  test(`V03 ${id} ${says}`, async () => {
    await expectHolds();
  });
}

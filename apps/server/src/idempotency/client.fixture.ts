import { createShopClient } from "@tuckshop/client/client";
import { forgetIntent, intentKey } from "@tuckshop/client/intent-key";
import { expect, onTestFinished, vi } from "vitest";
import { createTestApp } from "../testing/test-app.ts";
import { count, readyToPlace, type Row } from "./row.fixture.ts";

/** What our own client does with keys. */
export const clientRows: readonly Row[] = [
  // Red when the client makes its key in `headers`: each attempt then carries another.
  {
    id: "I29",
    says: "one key for one intent, kept before the first send: a lost answer, a double click and a reload repeat nothing",
    expectHolds: async () => {
      const kept = new Map<string, string>();
      vi.stubGlobal("sessionStorage", {
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, value: string) => void kept.set(name, value),
        removeItem: (name: string) => void kept.delete(name),
      });
      onTestFinished(() => void vi.unstubAllGlobals());
      const app = await createTestApp();
      const { device, checkout, order } = await readyToPlace(app);
      const keys: string[] = [];
      const shop = createShopClient({
        url: "http://shop.test/trpc",
        fetch: async (input, init) => {
          const sent = new Headers(init?.headers);
          keys.push(sent.get("idempotency-key") ?? "");
          expect([...kept.values()]).toContain(keys.at(-1));
          const response = await device.fetch(String(input), init as RequestInit);
          if (keys.length === 1) throw new TypeError("The answer was lost.");
          return response;
        },
      });
      const place = () =>
        shop.checkout.place.mutate(order, {
          context: { idempotencyKey: intentKey(`place:${checkout.id}`) },
        });
      const placed = await place();
      expect(await Promise.all([place(), place()])).toEqual([placed, placed]);
      expect(new Set(keys).size).toBe(1);
      expect(keys.length).toBeGreaterThanOrEqual(4);
      expect(await count(app, "orders")).toBe(1);
      forgetIntent(`place:${checkout.id}`);
      expect(intentKey(`place:${checkout.id}`)).not.toBe(keys[0]);
    },
  },
];

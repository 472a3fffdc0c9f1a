import { Bag, type PutBag } from "@tuckshop/contracts/bag";
import type { Refusal } from "@tuckshop/contracts/errors";
import { newId, VariantId } from "@tuckshop/contracts/ids";
import { money } from "@tuckshop/contracts/money";
import { TRPCClientError } from "@trpc/react-query";
import { beforeEach, expect, test, vi } from "vitest";
import { viewLines, type LineSketch } from "./bag-intent.ts";
import { bagStore } from "./bag-store.ts";
import { createBagSync, type BagApi } from "./bag-sync.ts";

const kulfi: LineSketch = {
  variantId: newId(VariantId),
  slug: "mango-kulfi",
  title: "Mango kulfi",
  variantTitle: "",
  hue: "raspberry",
  unitPrice: money(6000, "INR"),
};

const refused = (refusal: Refusal) =>
  TRPCClientError.from({ error: { code: -32_009, message: refusal.code, data: { refusal } } });

/** The bag side of the shop, in memory: versions, and no more pieces than there are. */
class ShopBag {
  bag = this.bagOf(0, []);
  puts: PutBag[] = [];
  pieces = 99;
  beforePut = (): void => undefined;
  cached: Bag | undefined;

  readonly api: BagApi = {
    known: () => Promise.resolve(this.cached ?? this.bag),
    fetch: () => Promise.resolve(this.bag),
    show: (bag) => {
      this.cached = bag;
    },
    put: async (wanted) => {
      this.puts.push(wanted);
      this.beforePut();
      const { version } = this.bag;
      if (wanted.baseVersion !== version) {
        const expected = wanted.baseVersion;
        throw refused({ code: "VERSION_CONFLICT", entity: "bag", expected, actual: version });
      }
      this.bag = this.bagOf(version + 1, wanted.lines);
      return this.bag;
    },
  };

  bagOf(version: number, lines: PutBag["lines"]): Bag {
    return Bag.parse({
      version,
      lines: lines.map((line) => ({
        ...kulfi,
        sku: "KUL-MNG-80",
        quantity: Math.min(line.quantity, this.pieces),
        available: this.pieces,
        lineTotal: money(6000, "INR"),
      })),
      itemCount: 0,
      subtotal: money(0, "INR"),
      adjustments: lines
        .filter((line) => line.quantity > this.pieces)
        .map(({ variantId, quantity }) => ({
          kind: "quantity_reduced",
          variantId,
          title: kulfi.title,
          wanted: quantity,
          now: this.pieces,
        })),
    });
  }
}

function storage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

beforeEach(() => {
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("sessionStorage", storage());
  bagStore.set({ edits: {}, adjustments: [], sync: "settled", refusal: null });
});

const quantityOf = (bag: Bag | undefined) => viewLines(bag, bagStore.get().edits)[0]?.quantity;

test("five presses become one write of the quantity wanted in the end", async () => {
  const shop = new ShopBag();
  const sync = createBagSync(shop.api);
  for (const quantity of [1, 2, 3, 4, 5]) sync.edit(kulfi, quantity);
  const bag = await sync.flush();
  expect(shop.puts).toHaveLength(1);
  expect(bag.lines[0]?.quantity).toBe(5);
  expect(bagStore.get()).toMatchObject({ edits: {}, sync: "settled" });
});

test("a press while a write is on its way is sent after it and never lost", async () => {
  const shop = new ShopBag();
  const sync = createBagSync(shop.api);
  sync.edit(kulfi, 1);
  shop.beforePut = () => {
    shop.beforePut = () => undefined;
    sync.edit(kulfi, 2);
  };
  const bag = await sync.flush();
  expect(shop.puts.map((put) => put.lines[0]?.quantity)).toEqual([1, 2]);
  expect(bag.lines[0]?.quantity).toBe(2);
});

test("somebody else’s write in between only means to look and send again", async () => {
  const shop = new ShopBag();
  const sync = createBagSync(shop.api);
  shop.cached = shop.bag;
  shop.bag = shop.bagOf(3, []);
  sync.edit(kulfi, 2);
  const bag = await sync.flush();
  expect(shop.puts.map((put) => put.baseVersion)).toEqual([0, 3]);
  expect(bag.lines[0]?.quantity).toBe(2);
});

test("what the server changed is kept for the line to say, until that line is touched", async () => {
  const shop = new ShopBag();
  shop.pieces = 1;
  const sync = createBagSync(shop.api);
  sync.edit(kulfi, 3);
  const bag = await sync.flush();
  expect(quantityOf(bag)).toBe(1);
  expect(bagStore.get().adjustments).toMatchObject([{ wanted: 3, now: 1 }]);
  sync.edit(kulfi, 1);
  expect(bagStore.get().adjustments).toEqual([]);
});

test("no answer keeps the edit to be sent again; a plain no drops it and says why", async () => {
  const shop = new ShopBag();
  const sync = createBagSync(shop.api);
  sync.edit(kulfi, 2);
  shop.beforePut = () => {
    throw new TypeError("Failed to fetch");
  };
  await expect(sync.flush()).rejects.toThrow("Failed to fetch");
  expect(bagStore.get().sync).toBe("stuck");
  expect(quantityOf(shop.cached)).toBe(2);

  shop.beforePut = () => {
    throw refused({ code: "NOT_FOUND", entity: "variant" });
  };
  await sync.flush();
  expect(quantityOf(shop.cached)).toBeUndefined();
  expect(bagStore.get()).toMatchObject({ edits: {}, refusal: "There is no such variant." });
});

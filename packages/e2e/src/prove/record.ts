import type { OrderReference } from "@tuckshop/contracts/ids";

/** What a shopper or a member of staff was told about one order. */
export type KnownOrder = {
  totalMinor: number;
  method: "cash" | "card";
  /** `unsure`: asked for, and never answered. */
  cancelled: boolean | "unsure";
  totalUnsure: boolean;
  paid: boolean;
};

export type Receipt = { sku: string; quantity: number; key: string };

/** A count for each of some words. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(word: string, by = 1): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + by);
  }

  of(word: string): number {
    return this.#counts.get(word) ?? 0;
  }

  total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  toJSON(): Record<string, number> {
    return Object.fromEntries([...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Everything that the outside saw of the shop: what the oracle holds the database against. */
export class ShopRecord {
  readonly orders = new Map<OrderReference, KnownOrder>();
  readonly receipts: Receipt[] = [];
  /** How visits ended. */
  readonly visits = new Tally();
  /** Intents of which nobody could tell the outcome within their patience. */
  readonly unanswered: string[] = [];
  /** What is neither an answer nor passes: a fault of the shop, or of its driver. */
  readonly faults: string[] = [];
  readonly requests = new Tally();

  placed(reference: OrderReference, order: Pick<KnownOrder, "totalMinor" | "method">): void {
    this.orders.set(reference, { ...order, cancelled: false, totalUnsure: false, paid: false });
  }

  learn(reference: OrderReference, news: Partial<KnownOrder>): void {
    const known = this.orders.get(reference);
    if (known) this.orders.set(reference, { ...known, ...news });
  }

  /** What went wrong for people since this was asked last. */
  drain(): { faults: string[]; unanswered: string[] } {
    return { faults: this.faults.splice(0), unanswered: this.unanswered.splice(0) };
  }

  answered(path: string, status: number): void {
    this.requests.add(String(status));
    // 503 says to come again; any other 5xx is a fault of ours.
    if (status >= 500 && status !== 503) this.faults.push(`${status} ${path}`);
  }

  /** Requests that got no answer, or were told to come again. */
  troubled(): number {
    return this.requests.of("503") + this.requests.of("no answer");
  }
}

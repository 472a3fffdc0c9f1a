import type Stripe from "stripe";
import { StateFile } from "./state-file.ts";

/** A Checkout Session with what Stripe knows about it but does not show on it. */
export interface CheckoutRecord {
  readonly session: Stripe.Checkout.Session;
  readonly lineItems: Stripe.LineItem[];
  readonly paymentIntentData: {
    readonly metadata: Stripe.Metadata;
    readonly description: string | null;
  };
  /** The card that waits for 3-D Secure, if one does. */
  readonly authenticating: CardOnPage | null;
}

/** What the payment page learns about a card and keeps: never the full number. */
export interface CardOnPage {
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly name: string | null;
}

/** The first answer to an idempotency key, to be repeated for every later use of it. */
export interface IdempotentReply {
  readonly fingerprint: string;
  readonly path: string;
  readonly requestId: string;
  readonly status: number;
  readonly body: unknown;
  readonly storedAt: number;
}

/** Rows by id, in the order in which they were first put. Rows are replaced, never changed in place. */
export class Table<Row> {
  readonly #rows: Map<string, Row>;
  readonly #changed: (id: string, row: Row | null) => void;

  constructor(rows: Map<string, Row>, changed: (id: string, row: Row | null) => void) {
    this.#rows = rows;
    this.#changed = changed;
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  put(id: string, row: Row): Row {
    this.#rows.set(id, row);
    this.#changed(id, row);
    return row;
  }

  remove(id: string): void {
    if (this.#rows.delete(id)) this.#changed(id, null);
  }

  newestFirst(): Row[] {
    return [...this.#rows.values()].toReversed();
  }

  oldestFirst(): IterableIterator<[string, Row]> {
    return this.#rows.entries();
  }
}

/** Everything the simulated Stripe account holds. */
export interface State {
  readonly checkouts: Table<CheckoutRecord>;
  readonly paymentIntents: Table<Stripe.PaymentIntent>;
  readonly charges: Table<Stripe.Charge>;
  readonly refunds: Table<Stripe.Refund>;
  readonly events: Table<Stripe.Event>;
  readonly webhookEndpoints: Table<Stripe.WebhookEndpoint>;
  readonly idempotentReplies: Table<IdempotentReply>;
}

/** Opens the account: empty, or as `stateFile` has it; every change is written to that file. */
export function openState(stateFile?: string): State {
  const file = stateFile === undefined ? null : new StateFile(stateFile);
  const table = <Row>(name: keyof State): Table<Row> =>
    new Table<Row>(file?.rowsOf<Row>(name) ?? new Map<string, Row>(), (id, row) =>
      file?.append({ table: name, id, row }),
    );
  return {
    checkouts: table("checkouts"),
    paymentIntents: table("paymentIntents"),
    charges: table("charges"),
    refunds: table("refunds"),
    events: table("events"),
    webhookEndpoints: table("webhookEndpoints"),
    idempotentReplies: table("idempotentReplies"),
  };
}

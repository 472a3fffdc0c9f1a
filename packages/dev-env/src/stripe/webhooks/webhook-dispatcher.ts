import { setTimeout as sleep } from "node:timers/promises";
import type Stripe from "stripe";
import type { FaultRule, WebhookFaultKind } from "../control/fault-rule.ts";
import type { Faults } from "../control/faults.ts";
import type { State } from "../state/state.ts";
import { postEvent } from "./post-event.ts";
import type { WebhookDelivery } from "./post-event.ts";

const MAX_DELIVERIES = 10_000;
const REORDER_WINDOW_MS = 1000;

/** How stubbornly an event is delivered to an endpoint that does not answer 2xx in time. */
export interface WebhookPatience {
  readonly retryDelaysMs: readonly number[];
  readonly timeoutMs: number;
}

interface Collaborators {
  readonly state: State;
  readonly faults: Faults;
  readonly patience: WebhookPatience;
  readonly stopping: AbortSignal;
}

/** Sends events to the endpoints that want them, and again until they answer 2xx or patience ends. */
export class WebhookDispatcher {
  readonly #deliveries: WebhookDelivery[] = [];
  readonly #state: State;
  readonly #faults: Faults;
  readonly #patience: WebhookPatience;
  readonly #stopping: AbortSignal;
  readonly #running = new Set<Promise<void>>();
  #withheld: Stripe.Event[] = [];
  #reordering: Stripe.Event[] = [];

  constructor({ state, faults, patience, stopping }: Collaborators) {
    this.#state = state;
    this.#faults = faults;
    this.#patience = patience;
    this.#stopping = stopping;
  }

  /** Starts the delivery of an event, now or as a fault would have it. Never waits for it. */
  dispatch(event: Stripe.Event): void {
    const fault = this.#faults.forEvent(event.type);
    if (fault?.kind === "webhook_withhold") this.#withheld.push(event);
    else this.#inBackground(this.#deliverWith(fault, event));
  }

  /** Sends what was withheld, oldest first, and says how many events that were. */
  release(): number {
    const released = this.#withheld;
    this.#withheld = [];
    for (const event of released) this.#inBackground(this.#deliver(event));
    return released.length;
  }

  /** Sends again what a former run did not get delivered. */
  resume(): void {
    for (const [, event] of this.#state.events.oldestFirst()) {
      if (event.pending_webhooks > 0) this.dispatch(event);
    }
  }

  subscribersTo(type: string): Stripe.WebhookEndpoint[] {
    return this.#state.webhookEndpoints
      .newestFirst()
      .filter(({ enabled_events: wanted }) => wanted.includes("*") || wanted.includes(type));
  }

  deliveries(): readonly WebhookDelivery[] {
    return [...this.#deliveries];
  }

  withheld(): readonly Stripe.Event[] {
    return [...this.#withheld];
  }

  /** Settles once no delivery runs: after a stop, nothing changes the account any more. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #deliverWith(
    fault: FaultRule<WebhookFaultKind> | null,
    event: Stripe.Event,
  ): Promise<void> {
    switch (fault?.kind) {
      case "webhook_delay":
        await sleep(fault.ms ?? 0, undefined, { signal: this.#stopping });
        return this.#deliver(event);
      case "webhook_duplicate":
        return this.#deliverInOrder(Array.from({ length: 1 + (fault.copies ?? 1) }, () => event));
      case "webhook_reorder":
        return this.#deliverReordered(event, fault.ms ?? REORDER_WINDOW_MS);
      default:
        return this.#deliver(event);
    }
  }

  /** Holds an event until a second one is there, then sends the later one first. */
  async #deliverReordered(event: Stripe.Event, windowMs: number): Promise<void> {
    this.#reordering.push(event);
    if (this.#reordering.length === 1) {
      await sleep(windowMs, undefined, { signal: this.#stopping });
      if (this.#reordering[0] !== event) return;
    }
    const swapped = this.#reordering.toReversed();
    this.#reordering = [];
    await this.#deliverInOrder(swapped);
  }

  async #deliverInOrder(events: readonly Stripe.Event[]): Promise<void> {
    for (const event of events) await this.#deliver(event);
  }

  async #deliver(event: Stripe.Event): Promise<void> {
    const endpoints = this.subscribersTo(event.type);
    await Promise.all(endpoints.map((endpoint) => this.#deliverTo(endpoint, event)));
  }

  async #deliverTo(endpoint: Stripe.WebhookEndpoint, event: Stripe.Event): Promise<void> {
    const { retryDelaysMs, timeoutMs } = this.#patience;
    for (const [index, delayMs] of [0, ...retryDelaysMs].entries()) {
      if (delayMs > 0) await sleep(delayMs, undefined, { signal: this.#stopping });
      if (this.#stopping.aborted) return;
      const signal = AbortSignal.any([this.#stopping, AbortSignal.timeout(timeoutMs)]);
      const delivery = await postEvent(endpoint, event, index + 1, signal);
      this.#journal(delivery);
      if (delivery.delivered) return this.#settle(event.id);
    }
  }

  #journal(delivery: WebhookDelivery): void {
    this.#deliveries.push(delivery);
    if (this.#deliveries.length > MAX_DELIVERIES) this.#deliveries.shift();
  }

  #settle(eventId: string): void {
    const event = this.#state.events.get(eventId);
    if (event === undefined || event.pending_webhooks === 0) return;
    this.#state.events.put(eventId, { ...event, pending_webhooks: event.pending_webhooks - 1 });
  }

  /** Deliveries end by themselves; the only failure they can have is the simulator's stop. */
  #inBackground(work: Promise<void>): void {
    const ended = work
      .catch((error: unknown) => {
        if (!this.#stopping.aborted) throw error;
      })
      .finally(() => this.#running.delete(ended));
    this.#running.add(ended);
  }
}

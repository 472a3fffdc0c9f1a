import type { Faults } from "./control/faults.ts";
import type { Journal } from "./control/journal.ts";
import type { State } from "./state/state.ts";
import type { WebhookDispatcher } from "./webhooks/webhook-dispatcher.ts";

/** What every part of a running simulator shares. */
export interface Simulator {
  readonly secretKey: string;
  /** Where a browser reaches the hosted payment page. */
  readonly publicUrl: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly state: State;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly webhooks: WebhookDispatcher;
  /** Aborted when the simulator stops: nothing may wait longer than that. */
  readonly stopping: AbortSignal;
}

/** Stripe tells time in whole seconds. */
export function nowSeconds(simulator: Simulator): number {
  return Math.floor(simulator.now() / 1000);
}

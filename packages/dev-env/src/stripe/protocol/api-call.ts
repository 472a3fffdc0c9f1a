import type Stripe from "stripe";
import type { Simulator } from "../simulator.ts";
import type { Params } from "./params.ts";

/** One authenticated, routed call of an endpoint. */
export interface ApiCall {
  readonly simulator: Simulator;
  readonly params: Params;
  /** The object's id in the path, or "" where the path has none. */
  readonly id: string;
  /** What an event that this call triggers says about its cause. */
  readonly cause: Stripe.Event.Request;
}

import * as charges from "../resources/charges.ts";
import * as sessions from "../resources/checkout-sessions.ts";
import * as events from "../resources/events.ts";
import * as intents from "../resources/payment-intents.ts";
import * as refunds from "../resources/refunds.ts";
import * as endpoints from "../resources/webhook-endpoints.ts";
import type { ApiCall } from "./api-call.ts";
import { StripeRefusal } from "./stripe-refusal.ts";

export interface ApiRoute {
  readonly method: "GET" | "POST" | "DELETE";
  /** The path, in which `:id` stands for the id of one object. */
  readonly path: string;
  /** The parameters it knows, beside `expand`. */
  readonly accepts: readonly string[];
  readonly run: (call: ApiCall) => object;
}

const ROUTES: readonly ApiRoute[] = [
  post("/v1/checkout/sessions", sessions.CREATE_SESSION_PARAMS, sessions.createCheckoutSession),
  get("/v1/checkout/sessions", sessions.LIST_SESSIONS_PARAMS, sessions.listCheckoutSessions),
  get("/v1/checkout/sessions/:id", [], sessions.retrieveCheckoutSession),
  post("/v1/checkout/sessions/:id/expire", [], sessions.expireCheckoutSession),
  get("/v1/checkout/sessions/:id/line_items", ["limit"], sessions.listSessionLineItems),
  get("/v1/payment_intents", intents.LIST_INTENTS_PARAMS, intents.listPaymentIntents),
  get("/v1/payment_intents/:id", ["client_secret"], intents.retrievePaymentIntent),
  post("/v1/payment_intents/:id/cancel", intents.CANCEL_INTENT_PARAMS, intents.cancelPaymentIntent),
  get("/v1/charges", charges.LIST_CHARGES_PARAMS, charges.listCharges),
  get("/v1/charges/:id", [], charges.retrieveCharge),
  post("/v1/refunds", refunds.CREATE_REFUND_PARAMS, refunds.createRefund),
  get("/v1/refunds", refunds.LIST_REFUNDS_PARAMS, refunds.listRefunds),
  get("/v1/refunds/:id", [], refunds.retrieveRefund),
  get("/v1/events", events.LIST_EVENTS_PARAMS, events.listEvents),
  get("/v1/events/:id", [], events.retrieveEvent),
  post("/v1/webhook_endpoints", endpoints.CREATE_ENDPOINT_PARAMS, endpoints.createWebhookEndpoint),
  get("/v1/webhook_endpoints", endpoints.LIST_ENDPOINTS_PARAMS, endpoints.listWebhookEndpoints),
  get("/v1/webhook_endpoints/:id", [], endpoints.retrieveWebhookEndpoint),
  remove("/v1/webhook_endpoints/:id", endpoints.deleteWebhookEndpoint),
];

/** The route of a request and the object id in its path. */
export function findRoute(method: string, path: string): { route: ApiRoute; id: string } {
  const segments = path.split("/");
  for (const route of ROUTES) {
    const id = route.method === method ? matchPath(route.path.split("/"), segments) : null;
    if (id !== null) return { route, id };
  }
  const message =
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can ` +
    `help at https://support.stripe.com/.`;
  throw new StripeRefusal(404, { type: "invalid_request_error", message }, false);
}

function matchPath(pattern: readonly string[], segments: readonly string[]): string | null {
  if (pattern.length !== segments.length) return null;
  let id = "";
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (expected === ":id") id = segment;
    else if (expected !== segment) return null;
  }
  return id;
}

function get(path: string, accepts: readonly string[], run: ApiRoute["run"]): ApiRoute {
  return { method: "GET", path, accepts, run };
}

function post(path: string, accepts: readonly string[], run: ApiRoute["run"]): ApiRoute {
  return { method: "POST", path, accepts, run };
}

function remove(path: string, run: ApiRoute["run"]): ApiRoute {
  return { method: "DELETE", path, accepts: [], run };
}

import type Stripe from "stripe";
import type { ApiCall } from "../protocol/api-call.ts";
import { LIST_PARAMS, listPage } from "../protocol/list-page.ts";
import { invalidParam, noSuchObject } from "../protocol/stripe-refusal.ts";
import { nowSeconds } from "../simulator.ts";
import { newId } from "../state/new-id.ts";
import type { State } from "../state/state.ts";

export const CREATE_ENDPOINT_PARAMS = ["description", "enabled_events", "metadata", "url"];
export const LIST_ENDPOINTS_PARAMS = LIST_PARAMS;

/** The id of the endpoint given at start, the same in every run so that a restart replaces it. */
const CONFIGURED_ENDPOINT_ID = "we_ConfiguredAtStart";

/** POST /v1/webhook_endpoints. Only this answer carries the signing secret. */
export function createWebhookEndpoint({ simulator, params }: ApiCall): Stripe.WebhookEndpoint {
  const enabledEvents = params.textList("enabled_events");
  if (enabledEvents.length === 0) {
    throw invalidParam(
      "Missing required param: enabled_events.",
      "enabled_events",
      "parameter_missing",
    );
  }
  const endpoint: Stripe.WebhookEndpoint = {
    ...newEndpoint(newId("we"), params.requiredUrl("url"), nowSeconds(simulator)),
    description: params.text("description") ?? null,
    enabled_events: enabledEvents,
    metadata: params.metadata(),
    secret: newId("whsec", 32),
  };
  return simulator.state.webhookEndpoints.put(endpoint.id, endpoint);
}

export function retrieveWebhookEndpoint({ simulator, id }: ApiCall): Stripe.WebhookEndpoint {
  const endpoint = simulator.state.webhookEndpoints.get(id);
  if (endpoint === undefined) throw noSuchObject("webhook_endpoint", id);
  return withoutSecret(endpoint);
}

export function listWebhookEndpoints({
  simulator,
  params,
}: ApiCall): Stripe.ApiList<Stripe.WebhookEndpoint> {
  const endpoints = simulator.state.webhookEndpoints.newestFirst().map(withoutSecret);
  return listPage(endpoints, params, "/v1/webhook_endpoints");
}

export function deleteWebhookEndpoint(call: ApiCall): Stripe.DeletedWebhookEndpoint {
  const { id } = retrieveWebhookEndpoint(call);
  call.simulator.state.webhookEndpoints.remove(id);
  return { id, object: "webhook_endpoint", deleted: true };
}

/** Registers the endpoint that the simulator was started with, for every event; or forgets it. */
export function configureEndpoint(
  { webhookEndpoints }: State,
  configured: { readonly url: string; readonly secret: string } | undefined,
  created: number,
): void {
  webhookEndpoints.remove(CONFIGURED_ENDPOINT_ID);
  if (configured === undefined) return;
  const { url, secret } = configured;
  const endpoint = newEndpoint(CONFIGURED_ENDPOINT_ID, url, created);
  webhookEndpoints.put(endpoint.id, { ...endpoint, secret });
}

function newEndpoint(id: string, url: string, created: number): Stripe.WebhookEndpoint {
  return {
    id,
    object: "webhook_endpoint",
    api_version: null,
    application: null,
    created,
    description: null,
    enabled_events: ["*"],
    livemode: false,
    metadata: {},
    status: "enabled",
    url,
  };
}

function withoutSecret({
  secret: _secret,
  ...shown
}: Stripe.WebhookEndpoint): Stripe.WebhookEndpoint {
  return shown;
}

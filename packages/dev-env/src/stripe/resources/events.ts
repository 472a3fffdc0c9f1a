import type Stripe from "stripe";
import type { ApiCall } from "../protocol/api-call.ts";
import { LIST_PARAMS, listPage } from "../protocol/list-page.ts";
import { noSuchObject } from "../protocol/stripe-refusal.ts";

export const LIST_EVENTS_PARAMS = [...LIST_PARAMS, "type", "types"];

export function retrieveEvent({ simulator, id }: ApiCall): Stripe.Event {
  const event = simulator.state.events.get(id);
  if (event === undefined) throw noSuchObject("event", id);
  return event;
}

export function listEvents({ simulator, params }: ApiCall): Stripe.ApiList<Stripe.Event> {
  const type = params.text("type");
  const types = type === undefined ? params.textList("types") : [type];
  const events = simulator.state.events
    .newestFirst()
    .filter((event) => types.length === 0 || types.includes(event.type));
  return listPage(events, params, "/v1/events");
}

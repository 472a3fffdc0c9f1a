import { JobState } from "@tuckshop/contracts/jobs";
import { webhookMachine, type WebhookState } from "@tuckshop/contracts/machines";

/** A list of the books in one state is a URL: `/books/jobs?state=dead`. */
export function jobsSearch({ state }: Record<string, unknown>): { state?: JobState | undefined } {
  return { state: JobState.safeParse(state).data };
}

export function eventsSearch({ state }: Record<string, unknown>): {
  state?: WebhookState | undefined;
} {
  return { state: webhookMachine.states.find((known) => known === state) };
}

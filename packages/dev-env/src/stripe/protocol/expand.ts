import type { State } from "../state/state.ts";
import { invalidParam } from "./stripe-refusal.ts";

type Fields = Record<string, unknown>;

const MAX_DEPTH = 4;
const EXPANDABLE = ["charge", "data", "latest_charge", "line_items", "payment_intent", "refunds"];

/** Checked before the endpoint runs, so that a wrong `expand[]` has no effect. */
export function assertExpandable(paths: readonly string[]): void {
  for (const path of paths) {
    const segments = path.split(".");
    if (segments.length > MAX_DEPTH) {
      throw invalidParam(`You cannot expand more than ${MAX_DEPTH} levels of a property`, "expand");
    }
    if (!segments.every((segment) => EXPANDABLE.includes(segment))) {
      throw invalidParam(`This property cannot be expanded (${path}).`, "expand");
    }
  }
}

/** Replaces ids by the objects they name, and adds what is only included on request. */
export function expanded(state: State, object: object, paths: readonly string[]): object {
  if (paths.length === 0) return object;
  const copy: Fields = { ...structuredClone(object) };
  for (const path of paths) expandPath(state, copy, path.split("."));
  return copy;
}

function expandPath(state: State, fields: Fields, segments: readonly string[]): void {
  const [name, ...deeper] = segments;
  if (name === undefined) return;
  const value = fields[name] ?? included(state, fields, name);
  // What a null or an absent field would hold does not exist: there is nothing to expand.
  if (value === undefined) return;
  const target = typeof value === "string" ? (referenced(state, value) ?? value) : value;
  fields[name] = target;
  for (const item of Array.isArray(target) ? target : [target]) {
    if (isFields(item)) expandPath(state, item, deeper);
  }
}

/** The fields that Stripe leaves out of an object unless they are asked for. */
function included(state: State, fields: Fields, name: string): object | undefined {
  const id = String(fields["id"]);
  if (fields["object"] === "checkout.session" && name === "line_items") {
    return nestedList(state.checkouts.get(id)?.lineItems, `/v1/checkout/sessions/${id}/line_items`);
  }
  if (fields["object"] === "charge" && name === "refunds") {
    const refunds = state.refunds.newestFirst().filter((refund) => refund.charge === id);
    return nestedList(refunds, `/v1/charges/${id}/refunds`);
  }
  return undefined;
}

function referenced(state: State, id: string): object | undefined {
  return structuredClone(state.paymentIntents.get(id) ?? state.charges.get(id));
}

function nestedList(data: readonly object[] | undefined, url: string): object {
  return { object: "list", data: structuredClone(data ?? []), has_more: false, url };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

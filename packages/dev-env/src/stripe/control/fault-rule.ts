export const API_FAULTS = [
  "delay",
  "hang",
  "server_error",
  "outage",
  "lost_answer",
  "late_hang",
  "late_server_error",
  "conflict",
  "rate_limit",
] as const;
export const WEBHOOK_FAULTS = [
  "webhook_duplicate",
  "webhook_delay",
  "webhook_reorder",
  "webhook_withhold",
] as const;

export type ApiFaultKind = (typeof API_FAULTS)[number];
export type WebhookFaultKind = (typeof WEBHOOK_FAULTS)[number];
export type FaultKind = ApiFaultKind | WebhookFaultKind;

/** What goes wrong, for which requests or events, and how often. */
export interface FaultRule<Kind extends FaultKind = FaultKind> {
  readonly kind: Kind;
  /** API faults: the method to match; any method without it. */
  readonly method?: string;
  /** API faults: the path to match, `*` for any characters; any path without it. */
  readonly path?: string;
  /** Webhook faults: the event type to match, `*` for any characters; any event without it. */
  readonly event?: string;
  /** How often the fault strikes: once, unless `probability` is given. */
  readonly times?: number;
  /** The chance that a match is struck, drawn from a generator seeded with `seed`. */
  readonly probability?: number;
  readonly seed?: number;
  /** How long `delay` and `webhook_delay` wait, and `webhook_reorder` waits for its second event. */
  readonly ms?: number;
  /** How many extra copies `webhook_duplicate` sends. */
  readonly copies?: number;
}

const TEXT_FIELDS = ["method", "path", "event"] as const;
const NUMBER_FIELDS = ["times", "probability", "seed", "ms", "copies"] as const;

/** Reads the rule, or the list of rules, that a test posted; throws what is wrong with it. */
export function parseFaultRules(json: unknown): FaultRule[] {
  return Array.isArray(json) ? json.map(parseFaultRule) : [parseFaultRule(json)];
}

function parseFaultRule(json: unknown): FaultRule {
  if (typeof json !== "object" || json === null) throw new TypeError("A fault is a JSON object.");
  const fields = new Map<string, unknown>(Object.entries(json));
  const kinds: readonly FaultKind[] = [...API_FAULTS, ...WEBHOOK_FAULTS];
  const kind = kinds.find((candidate) => candidate === fields.get("kind"));
  if (kind === undefined) throw new TypeError(`A fault's kind is one of ${kinds.join(", ")}.`);
  fields.delete("kind");
  const texts = takeFields(fields, TEXT_FIELDS, isText, "text");
  const numbers = takeFields(fields, NUMBER_FIELDS, isNumber, "a number from 0");
  const [unknown] = fields.keys();
  if (unknown !== undefined) throw new TypeError(`A fault has no field ${unknown}.`);
  return { kind, ...texts, ...numbers };
}

function takeFields<Name extends string, Value>(
  fields: Map<string, unknown>,
  names: readonly Name[],
  is: (value: unknown) => value is Value,
  expected: string,
): { [name in Name]?: Value } {
  const taken: { [name in Name]?: Value } = {};
  for (const name of names) {
    const value = fields.get(name);
    fields.delete(name);
    if (value === undefined) continue;
    if (!is(value)) throw new TypeError(`A fault's ${name} is ${expected}.`);
    taken[name] = value;
  }
  return taken;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

import { parseArgs, type ParseArgsConfig } from "node:util";
import { Slug } from "@tuckshop/contracts/ids";
import { JobState, RedriveJobs } from "@tuckshop/contracts/jobs";
import {
  orderMachine,
  webhookMachine,
  type OrderState,
  type WebhookState,
} from "@tuckshop/contracts/machines";
import { ReceiveStock } from "@tuckshop/contracts/stock";
import { WebhookEventId } from "@tuckshop/contracts/webhooks";
import * as z from "zod/mini";
import type { ProveInput } from "./commands/prove.ts";
import { UsageError } from "./user-error.ts";

export type Invocation =
  | { command: "help" }
  | { command: "sign-in"; url: string | undefined; email: string }
  | { command: "sign-out" }
  | { command: "import"; file: string; category: string }
  | { command: "orders list"; states: OrderState[]; limit: number; json: boolean }
  | { command: "stock receive"; delivery: ReceiveStock }
  | { command: "stock levels"; low: boolean; json: boolean }
  | { command: "webhooks list"; states: WebhookState[]; limit: number; json: boolean }
  | { command: "webhooks redrive"; eventId: string }
  | { command: "jobs list"; state: JobState | undefined; limit: number; json: boolean }
  | { command: "jobs redrive"; which: RedriveJobs }
  | { command: "doctor"; json: boolean }
  | ({ command: "prove" } & ProveInput);

/** What the words after `tuckshop` ask for. Anything else is a UsageError that says what is wrong. */
export function parseCommandLine(words: readonly string[]): Invocation {
  if (words.some((word) => word === "--help" || word === "-h")) return { command: "help" };
  const [first = "", second = ""] = words;
  const one = commands.get(first);
  if (one) return one(words.slice(1));
  const two = commands.get(`${first} ${second}`);
  if (two) return two(words.slice(2));
  const named = words.slice(0, 2).join(" ");
  throw new UsageError(named ? `There is no command "${named}".` : "Which command?");
}

const commands = new Map<string, (words: readonly string[]) => Invocation>([
  ["help", () => ({ command: "help" })],
  ["sign-in", signIn],
  ["sign-out", signOut],
  ["import", importFile],
  ["orders list", ordersList],
  ["stock receive", stockReceive],
  ["stock levels", stockLevels],
  ["webhooks list", webhooksList],
  ["webhooks redrive", webhooksRedrive],
  ["jobs list", jobsList],
  ["jobs redrive", jobsRedrive],
  ["doctor", doctor],
  ["prove", prove],
]);

function signIn(words: readonly string[]): Invocation {
  const { values } = read(words, { url: { type: "string" }, email: { type: "string" } }, 0);
  if (values.url !== undefined && !z.url({ protocol: /^https?$/ }).safeParse(values.url).success) {
    throw new UsageError(`"${values.url}" is not an address such as https://shop.example.`);
  }
  if (!values.email) throw new UsageError("Who signs in? --email is missing.");
  return { command: "sign-in", url: values.url, email: values.email };
}

function signOut(words: readonly string[]): Invocation {
  read(words, {}, 0);
  return { command: "sign-out" };
}

function importFile(words: readonly string[]): Invocation {
  const options = { category: { type: "string", default: "snacks" } } as const;
  const { values, positionals } = read(words, options, 1);
  const [file] = positionals;
  if (!file) throw new UsageError("Which file?");
  const category = Slug.safeParse(values.category);
  if (!category.success) throw new UsageError(`"${values.category}" is no counter's slug.`);
  return { command: "import", file, category: category.data };
}

const limitMax = 100_000;

function ordersList(words: readonly string[]): Invocation {
  const options = {
    state: { type: "string", multiple: true, default: [] as string[] },
    limit: { type: "string", default: "100" },
    json: { type: "boolean", default: false },
  } as const;
  const { values } = read(words, options, 0);
  const limit = limitOf(values.limit);
  const states = [...new Set(values.state)].map((text) =>
    stateOf("An order", orderMachine.states, text),
  );
  return { command: "orders list", states, limit, json: values.json };
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= limitMax) return limit;
  throw new UsageError(`--limit takes a number from 1 to ${limitMax}.`);
}

function stateOf<S extends string>(what: string, states: readonly S[], text: string): S {
  const state = states.find((known) => known === text);
  if (state) return state;
  throw new UsageError(`${what} is never "${text}", but: ${states.join(", ")}.`);
}

function stockReceive(words: readonly string[]): Invocation {
  const { values, positionals } = read(words, { reason: { type: "string" } }, 2);
  const [sku = "", pieces = ""] = positionals;
  const delivery = ReceiveStock.safeParse({
    sku: sku.toUpperCase(),
    quantity: /^\d{1,9}$/.test(pieces) ? Number(pieces) : pieces,
    reason: values.reason ?? "",
  });
  if (delivery.success) return { command: "stock receive", delivery: delivery.data };
  const wanted = {
    sku: `"${sku}" is not a SKU.`,
    quantity: `"${pieces}" is not a number of pieces from 1 to a million.`,
    reason: "Why? --reason takes up to 300 characters.",
  };
  const wrong = new Set(delivery.error.issues.map(({ path }) => path[0]));
  const sentences = Object.entries(wanted).filter(([field]) => wrong.has(field));
  throw new UsageError(sentences.map(([, sentence]) => sentence).join(" "));
}

function stockLevels(words: readonly string[]): Invocation {
  const options = {
    low: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  } as const;
  const { values } = read(words, options, 0);
  return { command: "stock levels", low: values.low, json: values.json };
}

function webhooksList(words: readonly string[]): Invocation {
  const options = {
    state: { type: "string", multiple: true, default: [] as string[] },
    limit: { type: "string", default: "100" },
    json: { type: "boolean", default: false },
  } as const;
  const { values } = read(words, options, 0);
  const states = [...new Set(values.state)].map((text) =>
    stateOf("An event", webhookMachine.states, text),
  );
  const limit = limitOf(values.limit);
  return { command: "webhooks list", states, limit, json: values.json };
}

function webhooksRedrive(words: readonly string[]): Invocation {
  const { positionals } = read(words, {}, 1);
  const [eventId = ""] = positionals;
  if (!WebhookEventId.safeParse(eventId).success) {
    throw new UsageError(`"${eventId}" is not the id of an event, such as evt_1NG8Du2eZvKYlo2C.`);
  }
  return { command: "webhooks redrive", eventId };
}

function jobsList(words: readonly string[]): Invocation {
  const options = {
    state: { type: "string" },
    limit: { type: "string", default: "100" },
    json: { type: "boolean", default: false },
  } as const;
  const { values } = read(words, options, 0);
  const state =
    values.state === undefined ? undefined : stateOf("A job", JobState.options, values.state);
  return { command: "jobs list", state, limit: limitOf(values.limit), json: values.json };
}

function jobsRedrive(words: readonly string[]): Invocation {
  const { values, positionals } = read(words, { topic: { type: "string" } }, 1);
  const [id] = positionals;
  const { topic } = values;
  if ((id === undefined) === (topic === undefined)) {
    throw new UsageError("Which? The number of one job, or --topic for all dead ones of a topic.");
  }
  const which = RedriveJobs.safeParse(
    topic === undefined ? { what: "job", jobId: Number(id) } : { what: "topic", topic },
  );
  if (which.success) return { command: "jobs redrive", which: which.data };
  throw new UsageError(
    topic === undefined ? `"${id}" is not the number of a job.` : `There is no topic "${topic}".`,
  );
}

function doctor(words: readonly string[]): Invocation {
  const { values } = read(words, { json: { type: "boolean", default: false } }, 0);
  return { command: "doctor", json: values.json };
}

function prove(words: readonly string[]): Invocation {
  const options = {
    quick: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    seed: { type: "string" },
    only: { type: "string", multiple: true, default: [] as string[] },
    json: { type: "string" },
  } as const;
  const { values } = read(words, options, 0);
  if (values.quick && values.full) throw new UsageError("A proof is --quick or --full.");
  const { full, seed, only, json } = values;
  return { command: "prove", full, seed, only, json };
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options and at most `positionalsMax` words; any other is refused rather than passed over. */
function read<const O extends Options>(
  words: readonly string[],
  options: O,
  positionalsMax: number,
) {
  try {
    const parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    const extra = parsed.positionals[positionalsMax];
    if (extra === undefined) return parsed;
    throw new UsageError(`"${extra}" is one word too many.`);
  } catch (error) {
    // Node adds advice for the program's author after the first sentence.
    if (error instanceof TypeError) throw new UsageError(`${error.message.split(". ")[0]}.`);
    throw error;
  }
}

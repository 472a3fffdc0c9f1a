import { parseJsonObject } from "./json-object.ts";
import { S3Error } from "./s3-error.ts";

/** What is to go wrong with a request. */
export type Fault = {
  readonly delayMs?: number;
  /** Answered before the request has any effect. */
  readonly status?: 500 | 503;
  /** The connection is cut once this much of the body came in: no effect. */
  readonly dropAfterReceivedBytes?: number;
  /** The connection is cut once this much of the answer's body went out: effect, answer lost. */
  readonly dropAfterSentBytes?: number;
};

const integerWithin =
  (min: number, max: number) =>
  (value: unknown): boolean =>
    Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;

const accepts = new Map<string, (value: unknown) => boolean>([
  ["requests", integerWithin(0, 1000)],
  ["delayMs", integerWithin(0, 60_000)],
  ["status", (value) => value === 500 || value === 503],
  ["dropAfterReceivedBytes", integerWithin(1, Number.MAX_SAFE_INTEGER)],
  ["dropAfterSentBytes", integerWithin(0, Number.MAX_SAFE_INTEGER)],
]);

/** Trouble to order: `POST /_control/faults` arms it for the next `requests` requests (one). */
export class Faults {
  #fault: Fault = {};
  #remaining = 0;

  /** Replaces what was armed. `{ "requests": 0 }` disarms. */
  arm(json: string): void {
    const { requests = 1, ...fault } = parseFault(json);
    this.#fault = fault;
    this.#remaining = requests;
  }

  /** The trouble that the present request is to have. */
  take(): Fault {
    if (this.#remaining === 0) return {};
    this.#remaining -= 1;
    return this.#fault;
  }
}

function parseFault(json: string): Fault & { readonly requests?: number } {
  const members = parseJsonObject(json);
  if (!members) throw new S3Error("InvalidArgument", "The fault must be a JSON object.");
  for (const [name, value] of Object.entries(members)) {
    if (accepts.get(name)?.(value) === true) continue;
    throw new S3Error("InvalidArgument", undefined, {
      ArgumentName: name,
      ArgumentValue: JSON.stringify(value),
    });
  }
  // `accepts` has just vouched for each name and value.
  return members;
}

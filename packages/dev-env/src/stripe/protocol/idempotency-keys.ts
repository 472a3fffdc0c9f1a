import { createHash } from "node:crypto";
import type { IdempotentReply, Table } from "../state/state.ts";
import type { ParamTree, ParamValue } from "./form-encoding.ts";
import { invalidParam, StripeRefusal } from "./stripe-refusal.ts";

const MAX_KEY_LENGTH = 255;
/** Stripe may forget a key once it is 24 hours old, and keeps it at least that long. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/** A use of a key: what the request was, and when. */
export interface KeyUse {
  readonly key: string;
  readonly path: string;
  readonly fingerprint: string;
  readonly at: number;
}

/** Stripe's `Idempotency-Key`: the first answer to a key is the answer to all its later uses. */
export class IdempotencyKeys {
  readonly #replies: Table<IdempotentReply>;
  readonly #inFlight = new Map<string, KeyUse>();

  constructor(replies: Table<IdempotentReply>) {
    this.#replies = replies;
  }

  /**
   * The stored answer to this use of the key; or undefined, and the key is the caller's alone until
   * it calls `release`.
   */
  claim(use: KeyUse): IdempotentReply | undefined {
    if (use.key.length > MAX_KEY_LENGTH) {
      throw invalidParam(`Idempotency keys can be up to ${MAX_KEY_LENGTH} characters long.`);
    }
    this.#forgetOld(use.at);
    const running = this.#inFlight.get(use.key);
    if (running !== undefined) {
      assertSameRequest(running, use);
      throw keyInUse(use.key);
    }
    const reply = this.#replies.get(use.key);
    if (reply === undefined) this.#inFlight.set(use.key, use);
    else assertSameRequest(reply, use);
    return reply;
  }

  store(use: KeyUse, reply: { requestId: string; status: number; body: unknown }): void {
    const { path, fingerprint } = use;
    this.#replies.put(use.key, { ...reply, path, fingerprint, storedAt: use.at });
  }

  release(use: KeyUse): void {
    this.#inFlight.delete(use.key);
  }

  #forgetOld(now: number): void {
    for (const [key, { storedAt }] of this.#replies.oldestFirst()) {
      if (now - storedAt < KEPT_FOR_MS) return;
      this.#replies.remove(key);
    }
  }
}

/** Equal for equal parameters, in whatever order they came. */
export function fingerprintOf(params: ParamTree): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(params)))
    .digest("hex");
}

function sorted(value: ParamValue): unknown {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(sorted);
  const names = Object.keys(value).toSorted();
  return names.map((name) => [name, sorted(value[name] ?? "")]);
}

function assertSameRequest(
  first: { readonly path: string; readonly fingerprint: string },
  { key, path, fingerprint }: KeyUse,
): void {
  const rule =
    first.path !== path
      ? `for the same endpoint they were first used for ('${first.path}')`
      : first.fingerprint !== fingerprint
        ? "with the same parameters they were first used with"
        : null;
  if (rule === null) return;
  const message =
    `Keys for idempotent requests can only be used ${rule}. ` +
    `Try using a key other than '${key}' if you meant to execute a different request.`;
  throw new StripeRefusal(400, { type: "idempotency_error", message }, false);
}

/** The refusal of a use of a key while another use of it runs. */
export function keyInUse(key: string): StripeRefusal {
  const message =
    `There is currently another in-progress request using this Idempotent Key (that probably means ` +
    `you submitted twice, and the other request is still going through): ${key}. ` +
    `Please try again later.`;
  const code = "idempotency_key_in_use";
  return new StripeRefusal(409, { type: "invalid_request_error", code, message }, false);
}

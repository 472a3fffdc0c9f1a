import type { ParamTree } from "../protocol/form-encoding.ts";
import type { FaultKind } from "./fault-rule.ts";

const MAX_REQUESTS = 10_000;

/** One API request, as it came and as it was answered. */
export interface JournalledRequest {
  readonly id: string;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly params: ParamTree;
  readonly idempotencyKey: string | null;
  /** The status of the answer that was sent; null while there is none, and when it was lost. */
  status: number | null;
  replayed: boolean;
  fault: FaultKind | null;
}

/** The API requests of this run, oldest first: the latest 10,000 of them. */
export class Journal {
  readonly #requests: JournalledRequest[] = [];

  open(request: Omit<JournalledRequest, "status" | "replayed" | "fault">): JournalledRequest {
    const entry = { ...request, status: null, replayed: false, fault: null };
    this.#requests.push(entry);
    if (this.#requests.length > MAX_REQUESTS) this.#requests.shift();
    return entry;
  }

  requests(): readonly JournalledRequest[] {
    return this.#requests.map((request) => ({ ...request }));
  }
}

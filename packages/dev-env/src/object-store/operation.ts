import type { Answer } from "./answer.ts";
import type { Buckets } from "./buckets.ts";
import type { Payload } from "./payload.ts";
import type { S3Request } from "./s3-request.ts";

/** What an operation has to work with, once the signature has been found good. */
export type Call = {
  readonly request: S3Request;
  readonly buckets: Buckets;
  readonly now: number;
  /** Reads the body and verifies it; it stays on the wire until somebody asks. */
  readonly payload: () => Promise<Payload>;
};

export type Operation = (call: Call) => Answer | Promise<Answer>;

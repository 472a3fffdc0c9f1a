/** The `error` object of Stripe's error envelope. */
export interface StripeErrorBody {
  readonly type: "api_error" | "idempotency_error" | "invalid_request_error";
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
}

/**
 * A no from the API. `executed` is Stripe's rule for idempotency keys: a refusal by the endpoint
 * itself is stored and replayed, one from the checks before it is not.
 */
export class StripeRefusal extends Error {
  readonly status: number;
  readonly body: StripeErrorBody;
  readonly executed: boolean;

  constructor(status: number, body: StripeErrorBody, executed: boolean) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.executed = executed;
  }
}

/** A parameter that fails validation: the endpoint never ran. */
export function invalidParam(message: string, param?: string, code?: string): StripeRefusal {
  return new StripeRefusal(400, invalidRequest(message, param, code), false);
}

/** A request that is well formed, but that the object's state forbids: the endpoint ran and said no. */
export function forbiddenByState(message: string, param?: string, code?: string): StripeRefusal {
  return new StripeRefusal(400, invalidRequest(message, param, code), true);
}

/** An id in the path that names nothing. */
export function noSuchObject(type: string, id: string, param = "id"): StripeRefusal {
  const body = invalidRequest(`No such ${type}: '${id}'`, param, "resource_missing");
  return new StripeRefusal(404, body, false);
}

function invalidRequest(message: string, param?: string, code?: string): StripeErrorBody {
  return {
    type: "invalid_request_error",
    message,
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
  };
}

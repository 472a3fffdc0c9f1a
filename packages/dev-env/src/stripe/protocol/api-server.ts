import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiFaultKind, FaultRule } from "../control/fault-rule.ts";
import type { Simulator } from "../simulator.ts";
import { newId } from "../state/new-id.ts";
import type { IdempotentReply } from "../state/state.ts";
import type { ApiCall } from "./api-call.ts";
import { isCut, refuseAtEdge, strikeAfterEffect, strikeBeforeEffect } from "./api-fault.ts";
import { findRoute } from "./api-routes.ts";
import type { ApiRoute } from "./api-routes.ts";
import { requestedVersion } from "./api-version.ts";
import { authenticate } from "./authentication.ts";
import { assertExpandable, expanded } from "./expand.ts";
import { decodeForm } from "./form-encoding.ts";
import { fingerprintOf, IdempotencyKeys } from "./idempotency-keys.ts";
import { Params } from "./params.ts";
import { readBody } from "./read-body.ts";
import { StripeRefusal } from "./stripe-refusal.ts";

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly executed: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

interface ApiRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly params: Params;
  readonly idempotencyKey: string | null;
  readonly fault: FaultRule<ApiFaultKind> | null;
  /** Aborted when the caller gives up. */
  readonly abandoned: AbortSignal;
}

/** Serves `/v1`: Stripe's REST API as the SDK speaks it. */
export class ApiServer {
  readonly #simulator: Simulator;
  readonly #keys: IdempotencyKeys;

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
    this.#keys = new IdempotencyKeys(simulator.state.idempotentReplies);
  }

  async serve(message: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const request = await this.#read(message, response, url);
    const { id, method, path, idempotencyKey, fault } = request;
    const entry = this.#simulator.journal.open({
      id,
      at: new Date(this.#simulator.now()).toISOString(),
      method,
      path,
      params: request.params.toJSON(),
      idempotencyKey,
    });
    entry.fault = fault?.kind ?? null;
    const reply = await this.#answer(request, message.headers).catch(replyOfFailure);
    entry.replayed = reply.headers?.["Idempotent-Replayed"] === "true";
    const unheard = this.#simulator.stopping.aborted || request.abandoned.aborted;
    if (isCut(fault) || unheard) {
      response.destroy();
      return;
    }
    entry.status = reply.status;
    const version = message.headers["stripe-version"];
    response.writeHead(reply.status, {
      "Content-Type": "application/json",
      "Request-Id": id,
      ...(typeof version === "string" ? { "Stripe-Version": version } : {}),
      ...(idempotencyKey === null ? {} : { "Idempotency-Key": idempotencyKey }),
      ...reply.headers,
    });
    response.end(JSON.stringify(reply.body, null, 2));
  }

  async #read(message: IncomingMessage, response: ServerResponse, url: URL): Promise<ApiRequest> {
    const method = message.method ?? "GET";
    const abandoned = new AbortController();
    response.once("close", () => abandoned.abort());
    const form = method === "POST" ? await readBody(message) : url.search.slice(1);
    const key = message.headers["idempotency-key"];
    return {
      id: newId("req", 14),
      method,
      path: url.pathname,
      params: new Params(decodeForm(form)),
      // Stripe's v1 API ignores the key on methods that are idempotent by definition.
      idempotencyKey: method === "POST" && typeof key === "string" ? key : null,
      fault: this.#simulator.faults.forRequest(method, url.pathname),
      abandoned: abandoned.signal,
    };
  }

  async #answer(request: ApiRequest, headers: IncomingMessage["headers"]): Promise<Reply> {
    authenticate(headers.authorization, this.#simulator.secretKey);
    requestedVersion(headers["stripe-version"]?.toString());
    const { route, id } = findRoute(request.method, request.path);
    refuseAtEdge(request.fault, request.idempotencyKey);
    const call = {
      simulator: this.#simulator,
      params: request.params,
      id,
      cause: { id: request.id, idempotency_key: request.idempotencyKey },
    };
    const { idempotencyKey: key } = request;
    return key === null
      ? this.#execute(request, route, call)
      : this.#executeOnce(request, route, call, key);
  }

  async #executeOnce(
    request: ApiRequest,
    route: ApiRoute,
    call: ApiCall,
    key: string,
  ): Promise<Reply> {
    const { path, params, id: requestId } = request;
    const fingerprint = fingerprintOf(params.toJSON());
    const use = { key, path, fingerprint, at: this.#simulator.now() };
    const stored = this.#keys.claim(use);
    if (stored !== undefined) return replay(stored);
    try {
      const reply = await this.#execute(request, route, call);
      const { status, body, executed } = reply;
      if (executed) this.#keys.store(use, { requestId, status, body });
      return { ...reply, headers: { ...reply.headers, "Original-Request": requestId } };
    } finally {
      this.#keys.release(use);
    }
  }

  async #execute(request: ApiRequest, route: ApiRoute, call: ApiCall): Promise<Reply> {
    try {
      await strikeBeforeEffect(request.fault, this.#simulator.stopping, request.abandoned);
      call.params.acceptOnly([...route.accepts, "expand"]);
      const paths = call.params.textList("expand");
      assertExpandable(paths);
      const body = expanded(this.#simulator.state, route.run(call), paths);
      await strikeAfterEffect(request.fault, this.#simulator.stopping, request.abandoned);
      return { status: 200, body, executed: true };
    } catch (error) {
      return replyOfFailure(error);
    }
  }
}

function replay({ status, body, requestId }: IdempotentReply): Reply {
  const headers = { "Idempotent-Replayed": "true", "Original-Request": requestId };
  return { status, body, executed: false, headers };
}

/** A refusal is an answer; any other error is the simulator's own fault, and a 500 as in Stripe. */
function replyOfFailure(error: unknown): Reply {
  if (error instanceof StripeRefusal) {
    // A stored 500 would only be replayed, so Stripe tells the SDK not to try again.
    const headers = error.status === 500 ? { "Stripe-Should-Retry": "false" } : {};
    return { status: error.status, body: { error: error.body }, executed: error.executed, headers };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, body: { error: { type: "api_error", message } }, executed: false };
}

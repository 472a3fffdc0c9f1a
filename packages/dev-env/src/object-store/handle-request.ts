import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Answer } from "./answer.ts";
import { authenticate } from "./authenticate.ts";
import type { Buckets } from "./buckets.ts";
import { corsHeaders, preflight } from "./cors.ts";
import type { Fault, Faults } from "./faults.ts";
import { verifyPayload } from "./payload.ts";
import { postObject } from "./post-object.ts";
import { readBody } from "./read-body.ts";
import { isFormUpload, operationOf } from "./route-request.ts";
import { S3Error } from "./s3-error.ts";
import { parseRequest } from "./s3-request.ts";
import type { Credentials } from "./sigv4.ts";
import { refuseUnsupported } from "./supported-features.ts";

const FAULTS_PATH = "/_control/faults";
const MAX_CONTROL_BYTES = 4096;

/** What a running store is made of. */
export type StoreParts = {
  readonly credentials: Credentials;
  readonly buckets: Buckets;
  readonly faults: Faults;
  readonly allowedOrigins: readonly string[];
};

/** Serves one request, come what may: every failure but a lost client ends in an answer. */
export async function handleRequest(
  store: StoreParts,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomBytes(8).toString("hex").toUpperCase();
  const { method, headers } = message;
  const cors = corsHeaders(headers.origin, method, store.allowedOrigins);
  response.setHeaders(new Map(Object.entries({ "x-amz-request-id": requestId, ...cors })));
  const isControl = message.url === FAULTS_PATH;
  const fault = isControl || method === "OPTIONS" ? {} : store.faults.take();
  try {
    if (fault.delayMs !== undefined) await setTimeout(fault.delayMs, undefined, { ref: false });
    const answer = isControl
      ? await armFaults(store.faults, message)
      : await answerTo(store, message, fault);
    send(message, response, answer, fault.dropAfterSentBytes);
  } catch (error) {
    if (message.socket.destroyed) return;
    send(message, response, errorAnswer(error, message.url?.split("?")[0] ?? "/", requestId));
  }
}

async function answerTo(
  store: StoreParts,
  message: IncomingMessage,
  fault: Fault,
): Promise<Answer> {
  const { credentials, buckets, allowedOrigins } = store;
  const request = parseRequest(message);
  if (request.method === "OPTIONS") return preflight(request.headers, allowedOrigins);
  if (fault.status !== undefined) {
    throw new S3Error(fault.status === 503 ? "SlowDown" : "InternalError");
  }
  refuseUnsupported(request);

  const now = Date.now();
  const readWire = (): Promise<Buffer> =>
    readBody(message, {
      maxObjectBytes: buckets.maxObjectBytes,
      dropAfterReceivedBytes: fault.dropAfterReceivedBytes,
    });
  if (isFormUpload(request)) {
    return postObject({ request, buckets, credentials, now, wireBytes: await readWire() });
  }
  const authentication = authenticate(request, credentials, now);
  return await operationOf(request)({
    request,
    buckets,
    now,
    payload: async () => verifyPayload(request, authentication, await readWire()),
  });
}

/** JSON alone is heard, which no page of another origin can send without leave. */
async function armFaults(faults: Faults, message: IncomingMessage): Promise<Answer> {
  if (message.method !== "POST" || message.headers["content-type"] !== "application/json") {
    throw new S3Error("MethodNotAllowed");
  }
  const body = await readBody(message, { maxObjectBytes: MAX_CONTROL_BYTES });
  faults.arm(body.toString());
  return { status: 204 };
}

function errorAnswer(error: unknown, resource: string, requestId: string): Answer {
  const refusal = error instanceof S3Error ? error : new S3Error("InternalError");
  if (refusal !== error) console.error("object store:", error);
  return {
    status: refusal.status,
    headers: { "content-type": "application/xml" },
    body: refusal.toXml(resource, requestId),
  };
}

function send(
  message: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  dropAfterSentBytes?: number,
): void {
  response.statusCode = answer.status;
  response.setHeaders(new Map(Object.entries(answer.headers ?? {})));
  const body = Buffer.from(message.method === "HEAD" ? "" : (answer.body ?? ""));
  if (dropAfterSentBytes === undefined) {
    response.end(body);
  } else if (dropAfterSentBytes === 0) {
    response.destroy();
  } else {
    response.setHeader("content-length", body.length);
    response.write(body.subarray(0, dropAfterSentBytes), () => response.destroy());
  }
}

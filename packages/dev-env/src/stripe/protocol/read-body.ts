import type { IncomingMessage } from "node:http";
import { invalidParam } from "./stripe-refusal.ts";

const MAX_BODY_BYTES = 1024 * 1024;

/** The whole body of a request as text. */
export async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw invalidParam("The request body is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

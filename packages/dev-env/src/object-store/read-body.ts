import type { IncomingMessage } from "node:http";
import { entityTooLarge } from "./s3-error.ts";

/** Room for what a wire format adds to the object: chunk headers, trailers, form fields. */
const framingBytes = (maxObjectBytes: number): number => 64 * 1024 + Math.ceil(maxObjectBytes / 8);

export type BodyLimits = {
  readonly maxObjectBytes: number;
  /** A fault to inject: the connection is cut once this many bytes have come in. */
  readonly dropAfterReceivedBytes?: number | undefined;
};

/** Collects the body as it came over the wire, and never more of it than an object may need. */
export async function readBody(message: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const { maxObjectBytes, dropAfterReceivedBytes = Number.POSITIVE_INFINITY } = limits;
  const maxBytes = maxObjectBytes + framingBytes(maxObjectBytes);
  const declaredBytes = Number(message.headers["content-length"] ?? 0);
  if (declaredBytes > maxBytes) throw entityTooLarge(declaredBytes, maxObjectBytes);

  const chunks: Uint8Array[] = [];
  let receivedBytes = 0;
  // A refused upload is read on and thrown away, so that its client lives to see the answer.
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) continue;
    receivedBytes += chunk.length;
    if (receivedBytes >= dropAfterReceivedBytes) message.destroy();
    if (receivedBytes > maxBytes) {
      message.resume();
      throw entityTooLarge(receivedBytes, maxObjectBytes);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

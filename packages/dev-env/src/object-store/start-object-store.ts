import { once } from "node:events";
import { createServer } from "node:http";
import { Buckets } from "./buckets.ts";
import { diskShelf } from "./disk-shelf.ts";
import { Faults } from "./faults.ts";
import { handleRequest, type StoreParts } from "./handle-request.ts";
import { memoryShelf } from "./object-shelf.ts";

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 120_000;
const MAX_OBJECT_BYTES = 64 * 1024 * 1024;

export type ObjectStoreOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region?: string;
  readonly buckets: readonly string[];
  /** Objects outlive the process here; without it they are kept in memory. */
  readonly directory?: string;
  readonly allowedOrigins?: readonly string[];
  readonly maxObjectBytes?: number;
};

export type RunningObjectStore = {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
};

/**
 * Starts an S3-compatible store on the loopback. It refuses what S3 refuses, with S3's own codes, so
 * that the AWS SDK meets in development what it will meet in production.
 */
export async function startObjectStore(options: ObjectStoreOptions): Promise<RunningObjectStore> {
  const { accessKeyId, secretAccessKey, region = "us-east-1", host = "127.0.0.1" } = options;
  const { directory } = options;
  const shelf = directory === undefined ? memoryShelf() : diskShelf(directory);
  const parts: StoreParts = {
    credentials: { accessKeyId, secretAccessKey, region },
    buckets: new Buckets(shelf, options.buckets, options.maxObjectBytes ?? MAX_OBJECT_BYTES),
    faults: new Faults(),
    allowedOrigins: options.allowedOrigins ?? [],
  };

  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    (message, response) => {
      // What fails here is the connection, and it takes nothing else with it.
      handleRequest(parts, message, response).catch(() => response.destroy());
    },
  );
  server.listen(options.port ?? 0, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("The store has no TCP port.");

  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

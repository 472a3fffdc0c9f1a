import { S3Client, S3ServiceException, type S3ClientConfig } from "@aws-sdk/client-s3";
import { startObjectStore, type ObjectStoreOptions } from "./start-object-store.ts";
import { elementsNamed, unescapeText } from "./xml.ts";

export const BUCKET = "media";
export const credentials = {
  accessKeyId: "AKIATUCKSHOP",
  secretAccessKey: "correct horse battery",
};

/** A store of the test's own, and the real SDK as its client; both end with the test's block. */
export async function openTestStore(options: Partial<ObjectStoreOptions> = {}) {
  const store = await startObjectStore({ ...credentials, buckets: [BUCKET], ...options });
  const clients: S3Client[] = [];
  const connect = (config: S3ClientConfig = {}): S3Client => {
    const client = new S3Client({
      endpoint: store.url,
      region: "us-east-1",
      forcePathStyle: true,
      maxAttempts: 1,
      credentials,
      ...config,
    });
    clients.push(client);
    return client;
  };
  return {
    url: store.url,
    port: store.port,
    client: connect(),
    /** Another client, which differs from the usual one in `config`. */
    connect,
    stop: store.stop,
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy();
      await store.stop();
    },
  };
}

/** Code, status and message of what the SDK was refused. */
export async function refusalOf(sent: Promise<unknown>) {
  const error = await sent.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(error instanceof S3ServiceException))
    throw new Error("Not refused by S3", { cause: error });
  return { code: error.name, status: error.$metadata.httpStatusCode, message: error.message };
}

/** The same for a plain HTTP answer. */
export async function refusalIn(response: Response) {
  const xml = await response.text();
  const text = (tag: string): string => unescapeText(elementsNamed(xml, tag)[0] ?? "");
  return { code: text("Code"), status: response.status, message: text("Message") };
}

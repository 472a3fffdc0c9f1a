import { checksumHeaders } from "./checksums.ts";
import { recordOf } from "./object-record.ts";
import type { Operation } from "./operation.ts";
import { S3Error } from "./s3-error.ts";

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject: Operation = async ({ request, buckets, payload, now }) => {
  const { bucket, key, headers } = request;
  buckets.objects(bucket);
  if (!headers.has("content-length") && !headers.has("x-amz-decoded-content-length")) {
    throw new S3Error("MissingContentLength");
  }
  const { body, checksum } = await payload();
  const record = recordOf(key, body, headers, { checksum, now });
  buckets.put(bucket, record, body, {
    ifMatch: headers.get("if-match"),
    ifNoneMatch: headers.get("if-none-match"),
  });
  return { status: 200, headers: { etag: record.etag, ...checksumHeaders(record.checksum) } };
};

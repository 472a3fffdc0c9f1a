import { xmlAnswer } from "./answer.ts";
import { keptHeaders } from "./object-record.ts";
import type { Operation } from "./operation.ts";
import { S3Error } from "./s3-error.ts";
import { percentDecode } from "./s3-request.ts";

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const copyObject: Operation = async ({ request, buckets, payload, now }) => {
  await payload();
  const { bucket, key, headers } = request;
  const from = parseCopySource(headers.get("x-amz-copy-source") ?? "");
  const directive = headers.get("x-amz-metadata-directive") ?? "COPY";
  if (directive !== "COPY" && directive !== "REPLACE") {
    throw new S3Error("InvalidArgument", "Unknown metadata directive.", {
      ArgumentName: "x-amz-metadata-directive",
      ArgumentValue: directive,
    });
  }
  if (directive === "COPY" && from.bucket === bucket && from.key === key) {
    throw new S3Error(
      "InvalidRequest",
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  }

  const source = buckets.object(from.bucket, from.key);
  const record = {
    ...source.record,
    key,
    modifiedAt: now,
    headers: directive === "REPLACE" ? keptHeaders(headers) : source.record.headers,
  };
  buckets.put(bucket, record, source.read(), {
    ifMatch: headers.get("if-match"),
    ifNoneMatch: headers.get("if-none-match"),
  });
  return xmlAnswer("CopyObjectResult", {
    LastModified: new Date(now).toISOString(),
    ETag: record.etag,
  });
};

/** `/bucket/key`, percent-encoded; the first slash may be missing. */
function parseCopySource(header: string): { bucket: string; key: string } {
  if (header.includes("?versionId=")) {
    throw new S3Error("NotImplemented", undefined, { Header: "x-amz-copy-source" });
  }
  const [, bucket, key] = /^\/?([^/]+)\/([\s\S]+)$/.exec(percentDecode(header)) ?? [];
  if (bucket !== undefined && key !== undefined) return { bucket, key };
  throw new S3Error(
    "InvalidArgument",
    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
    {
      ArgumentName: "x-amz-copy-source",
      ArgumentValue: header,
    },
  );
}

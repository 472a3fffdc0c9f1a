import { xmlAnswer } from "./answer.ts";
import type { Operation } from "./operation.ts";
import { S3Error } from "./s3-error.ts";
import { elementsNamed, unescapeText } from "./xml.ts";

const MAX_KEYS = 1000;

export const deleteObject: Operation = ({ request, buckets }) => {
  if (request.headers.has("if-match")) {
    throw new S3Error("NotImplemented", undefined, { Header: "If-Match" });
  }
  buckets.remove(request.bucket, request.key);
  return { status: 204 };
};

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export const deleteObjects: Operation = async ({ request, buckets, payload }) => {
  const { body, checksum } = await payload();
  if (checksum === undefined && !request.headers.has("content-md5")) {
    throw new S3Error(
      "InvalidRequest",
      "Missing required header for this request: Content-MD5 OR x-amz-checksum-*",
    );
  }
  const { keys, quiet } = parseDelete(body.toString());
  for (const key of keys) buckets.remove(request.bucket, key);
  return xmlAnswer("DeleteResult", { Deleted: quiet ? [] : keys.map((key) => ({ Key: key })) });
};

function parseDelete(xml: string): { keys: string[]; quiet: boolean } {
  const [deletion] = elementsNamed(xml, "Delete");
  const objects = elementsNamed(deletion ?? "", "Object");
  if (objects.length === 0 || objects.length > MAX_KEYS) throw new S3Error("MalformedXML");

  const keys = objects.map((object) => {
    const [key, ...others] = elementsNamed(object, "Key");
    if (key === undefined || key === "" || others.length > 0) throw new S3Error("MalformedXML");
    // A version or a condition that went unheeded would delete what should have stayed.
    if (/<(?:VersionId|ETag|LastModifiedTime|Size)>/.test(object))
      throw new S3Error("NotImplemented");
    return unescapeText(key);
  });
  return { keys, quiet: elementsNamed(deletion ?? "", "Quiet")[0]?.trim() === "true" };
}

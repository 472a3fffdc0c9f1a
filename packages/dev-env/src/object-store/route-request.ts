import { createBucket, headBucket } from "./bucket-operations.ts";
import { copyObject } from "./copy-object.ts";
import { deleteObject, deleteObjects } from "./delete-objects.ts";
import { getObject } from "./get-object.ts";
import { listObjects } from "./list-objects.ts";
import type { Operation } from "./operation.ts";
import { putObject } from "./put-object.ts";
import { S3Error } from "./s3-error.ts";
import { queryValue, type S3Request } from "./s3-request.ts";

/** A POST to a bucket is a browser's form, unless it asks for a deletion. */
export const isFormUpload = (request: S3Request): boolean =>
  request.method === "POST" && request.key === "" && queryValue(request, "delete") === undefined;

/** The operation that a request names by its method and path. */
export function operationOf(request: S3Request): Operation {
  if (request.bucket === "") throw new S3Error("NotImplemented");
  const operation = request.key === "" ? bucketOperation(request) : objectOperation(request);
  if (operation) return operation;
  throw new S3Error("MethodNotAllowed", undefined, { Method: request.method });
}

function bucketOperation(request: S3Request): Operation | undefined {
  switch (request.method) {
    case "HEAD":
      return headBucket;
    case "PUT":
      return createBucket;
    case "POST":
      return deleteObjects;
    case "GET":
      if (queryValue(request, "list-type") === "2") return listObjects;
      throw new S3Error("NotImplemented", undefined, { Query: "list-type" });
    default:
      return undefined;
  }
}

function objectOperation({ method, headers }: S3Request): Operation | undefined {
  switch (method) {
    case "GET":
    case "HEAD":
      return getObject;
    case "PUT":
      return headers.has("x-amz-copy-source") ? copyObject : putObject;
    case "DELETE":
      return deleteObject;
    default:
      return undefined;
  }
}

import type { Operation } from "./operation.ts";

export const createBucket: Operation = async ({ request, buckets, payload }) => {
  await payload();
  buckets.create(request.bucket);
  return { status: 200, headers: { location: `/${request.bucket}` } };
};

export const headBucket: Operation = ({ request, buckets }) => {
  buckets.objects(request.bucket);
  return { status: 200 };
};

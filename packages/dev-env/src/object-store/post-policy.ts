import { parseJsonObject } from "./json-object.ts";
import { entityTooLarge, S3Error } from "./s3-error.ts";

/** A `content-length-range` condition, both ends included. */
export type SizeRange = { readonly minBytes: number; readonly maxBytes: number };

type FieldCondition = {
  readonly operator: "eq" | "starts-with";
  /** Lower case, without the dollar sign. */
  readonly field: string;
  readonly value: string;
  /** The condition as S3 quotes it in a refusal. */
  readonly text: string;
};

export type PostPolicy = {
  readonly expiresAt: number;
  readonly conditions: readonly FieldCondition[];
  readonly sizeRanges: readonly SizeRange[];
};

const UNCONDITIONED_FIELDS = new Set(["policy", "x-amz-signature", "bucket"]);

const invalid = (reason: string): S3Error =>
  new S3Error("InvalidPolicyDocument", `Invalid Policy: ${reason}`);

const violated = (reason: string): S3Error =>
  new S3Error("AccessDenied", `Invalid according to Policy: ${reason}`);

/**
 * Reads the base64 JSON document of a POST policy.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function parsePostPolicy(base64: string): PostPolicy {
  const document = parseJsonObject(Buffer.from(base64, "base64").toString());
  if (!document) throw invalid("Invalid JSON.");
  const { expiration, conditions } = document;

  if (typeof expiration !== "string") throw invalid("Policy missing expiration.");
  const expiresAt = Date.parse(expiration);
  if (Number.isNaN(expiresAt)) throw invalid(`Invalid 'expiration' value: '${expiration}'`);
  if (!Array.isArray(conditions)) throw invalid("Policy missing conditions.");

  return {
    expiresAt,
    sizeRanges: conditions.filter(isRange).map(parseSizeRange),
    conditions: conditions.filter((condition) => !isRange(condition)).map(parseFieldCondition),
  };
}

const isRange = (condition: unknown): condition is unknown[] =>
  Array.isArray(condition) && condition[0] === "content-length-range";

function parseSizeRange([, min, max]: readonly unknown[]): SizeRange {
  const [minBytes, maxBytes] = [Number(min), Number(max)];
  if (Number.isInteger(minBytes) && Number.isInteger(maxBytes)) return { minBytes, maxBytes };
  throw invalid("Invalid content-length-range.");
}

/** `["eq", "$key", "a"]`, `["starts-with", "$key", "a/"]`, or `{ "key": "a" }`, which is an eq. */
function parseFieldCondition(condition: unknown): FieldCondition {
  if (typeof condition !== "object" || condition === null) throw invalid("Invalid condition.");
  const properties = Object.entries(condition);
  const [operator, name, value] = Array.isArray(condition)
    ? (condition as unknown[])
    : ["eq", `$${properties[0]?.[0]}`, properties[0]?.[1]];

  if (!Array.isArray(condition) && properties.length !== 1) {
    throw invalid(
      "Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.",
    );
  }
  if (operator !== "eq" && operator !== "starts-with") {
    throw invalid(`Invalid condition: unknown operation '${String(operator)}'.`);
  }
  if (typeof name !== "string" || !name.startsWith("$") || typeof value !== "string") {
    throw invalid("Invalid condition: a field and its value must be strings.");
  }
  const text = `[${[operator, name, value].map((part) => JSON.stringify(part)).join(", ")}]`;
  return { operator, field: name.slice(1).toLowerCase(), value, text };
}

/** Refuses a form that its policy does not allow. `fields` holds the bucket, too. */
export function enforcePostPolicy(
  policy: PostPolicy,
  fields: ReadonlyMap<string, string>,
  { sizeBytes, now }: { readonly sizeBytes: number; readonly now: number },
): void {
  if (now >= policy.expiresAt) throw violated("Policy expired.");
  for (const condition of policy.conditions) {
    if (!meets(condition, fields.get(condition.field))) {
      throw violated(`Policy Condition failed: ${condition.text}`);
    }
  }
  const conditioned = new Set(policy.conditions.map(({ field }) => field));
  const extra = [...fields.keys()].filter(
    (field) =>
      !conditioned.has(field) && !UNCONDITIONED_FIELDS.has(field) && !field.startsWith("x-ignore-"),
  );
  if (extra.length > 0) throw violated(`Extra input fields: ${extra.join(", ")}`);
  for (const range of policy.sizeRanges) enforceSize(sizeBytes, range);
}

function meets({ operator, field, value }: FieldCondition, given: string | undefined): boolean {
  if (given === undefined) return false;
  if (operator === "eq") return given === value;
  // A list of content types must start alike in each of its members.
  const parts = field === "content-type" ? given.split(/,\s*/) : [given];
  return parts.every((part) => part.startsWith(value));
}

function enforceSize(sizeBytes: number, { minBytes, maxBytes }: SizeRange): void {
  if (sizeBytes > maxBytes) throw entityTooLarge(sizeBytes, maxBytes);
  if (sizeBytes < minBytes) {
    throw new S3Error("EntityTooSmall", undefined, {
      ProposedSize: sizeBytes,
      MinSizeAllowed: minBytes,
    });
  }
}

import { xmlAnswer, type Answer } from "./answer.ts";
import type { Buckets } from "./buckets.ts";
import { isChecksumHeader, verifyChecksum } from "./checksums.ts";
import { checkCredential } from "./credential-scope.ts";
import { recordOf } from "./object-record.ts";
import { parsePostForm, type PostForm } from "./post-form.ts";
import { enforcePostPolicy, parsePostPolicy } from "./post-policy.ts";
import { S3Error } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";
import { ALGORITHM, sameText, sign, signingKey, uriEncode, type Credentials } from "./sigv4.ts";
import { refuseUnsupportedNames } from "./supported-features.ts";

/** A form upload, which carries its authentication in its own fields. */
type Upload = {
  readonly request: S3Request;
  readonly buckets: Buckets;
  readonly credentials: Credentials;
  readonly now: number;
  readonly wireBytes: Buffer;
};

/**
 * An upload straight from a browser, as far as a signed policy lets it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 */
export function postObject({ request, buckets, credentials, now, wireBytes }: Upload): Answer {
  const { bucket, headers } = request;
  buckets.objects(bucket);
  const form = parsePostForm(wireBytes, headers.get("content-type"));
  const { body } = form.file;
  const fields = expandFilename(form);
  const key = requiredField(fields, "key");

  if (!fields.has("policy")) throw new S3Error("AccessDenied");
  const policy = requiredField(fields, "policy");
  verifyPolicySignature(policy, fields, credentials);
  enforcePostPolicy(parsePostPolicy(policy), new Map([...fields, ["bucket", bucket]]), {
    sizeBytes: body.length,
    now,
  });
  refuseUnsupportedNames(fields.keys());

  const checksums = [...fields].filter(([name]) => isChecksumHeader(name));
  const checksum = verifyChecksum(
    body,
    checksums.map(([header, value]) => ({ header, value })),
  );
  const record = recordOf(key, body, fields, { checksum, now });
  buckets.put(bucket, record, body);
  return success(request, fields, key, record.etag);
}

/** `${filename}` is replaced before the policy is looked at, so the policy sees what will happen. */
const expandFilename = ({ fields, file }: PostForm): Map<string, string> =>
  new Map(
    [...fields].map(([name, value]) => [name, value.replaceAll("${filename}", () => file.name)]),
  );

function requiredField(fields: ReadonlyMap<string, string>, name: string): string {
  const value = fields.get(name);
  if (value !== undefined && value !== "") return value;
  throw new S3Error(
    "InvalidArgument",
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
    { ArgumentName: name, ArgumentValue: "" },
  );
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html */
function verifyPolicySignature(
  policy: string,
  fields: ReadonlyMap<string, string>,
  credentials: Credentials,
): void {
  if (requiredField(fields, "x-amz-algorithm") !== ALGORITHM) {
    throw new S3Error("InvalidArgument", `X-Amz-Algorithm only supports "${ALGORITHM}"`, {
      ArgumentName: "x-amz-algorithm",
      ArgumentValue: requiredField(fields, "x-amz-algorithm"),
    });
  }
  const credential = requiredField(fields, "x-amz-credential");
  const timestamp = requiredField(fields, "x-amz-date");
  const scope = checkCredential(credential, timestamp, credentials, "InvalidArgument");
  const expected = sign(signingKey(credentials.secretAccessKey, scope), policy);
  const signature = requiredField(fields, "x-amz-signature");
  if (!sameText(expected, signature)) {
    throw new S3Error("SignatureDoesNotMatch", undefined, {
      AWSAccessKeyId: credentials.accessKeyId,
      SignatureProvided: signature,
      StringToSign: policy,
    });
  }
}

function success(
  { headers, bucket }: S3Request,
  fields: ReadonlyMap<string, string>,
  key: string,
  etag: string,
): Answer {
  const path = [bucket, ...key.split("/")].map(uriEncode).join("/");
  const location = `http://${headers.get("host")}/${path}`;
  const redirect = fields.get("success_action_redirect") ?? "";
  if (URL.canParse(redirect)) {
    const target = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket, key, etag })) {
      target.searchParams.set(name, value);
    }
    return { status: 303, headers: { etag, location: target.href } };
  }

  const status = fields.get("success_action_status");
  if (status !== "201")
    return { status: status === "200" ? 200 : 204, headers: { etag, location } };
  const answer = xmlAnswer(
    "PostResponse",
    { Location: location, Bucket: bucket, Key: key, ETag: etag },
    201,
  );
  return { ...answer, headers: { ...answer.headers, etag, location } };
}

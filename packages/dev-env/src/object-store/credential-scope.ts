import { S3Error, type S3ErrorCode } from "./s3-error.ts";
import { credentialScope, sameText, type Credentials } from "./sigv4.ts";

/**
 * Checks `<key id>/<day>/<region>/s3/aws4_request` and gives the scope it names. `malformed` is the
 * code that S3 uses where the credential stood: in a header, a query or a form.
 */
export function checkCredential(
  credential: string,
  timestamp: string,
  credentials: Credentials,
  malformed: S3ErrorCode,
): string {
  const refuse = (reason: string, details = {}): S3Error =>
    new S3Error(malformed, `The authorization is malformed; ${reason}`, details);

  const [accessKeyId = "", day = "", region, service, terminal, ...rest] = credential.split("/");
  if (terminal !== "aws4_request" || rest.length > 0) {
    throw refuse(
      'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  }
  if (region !== credentials.region) {
    throw refuse(`the region '${region}' is wrong; expecting '${credentials.region}'`, {
      Region: credentials.region,
    });
  }
  if (service !== "s3")
    throw refuse(`incorrect service "${service}". This endpoint belongs to "s3".`);
  if (!timestamp.startsWith(`${day}T`)) {
    throw refuse(`Invalid credential date "${day}". This date is not the same as X-Amz-Date.`);
  }
  if (!sameText(credentials.accessKeyId, accessKeyId)) {
    throw new S3Error("InvalidAccessKeyId", undefined, { AWSAccessKeyId: accessKeyId });
  }
  return credentialScope(day, region);
}

import { S3Error } from "./s3-error.ts";

const MAX_FIELDS_BYTES = 20 * 1024;

/** A browser's upload form: the fields before the file, by lower-case name, and the file. */
export type PostForm = {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: { readonly name: string; readonly body: Buffer };
};

type Part = { readonly name: string; readonly filename: string | undefined; readonly body: Buffer };

/**
 * Reads a multipart/form-data body up to its file. Like S3, ignores the fields that follow it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTForms.html
 */
export function parsePostForm(body: Buffer, contentType: string | undefined): PostForm {
  const boundary = /^multipart\/form-data;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(
    contentType ?? "",
  );
  if (!boundary) {
    throw new S3Error("PreconditionFailed", undefined, {
      Condition: "Bucket POST must be of the enclosure-type multipart/form-data",
    });
  }
  const fields = new Map<string, string>();
  let fieldBytes = 0;
  for (const part of partsOf(body, boundary[1] ?? boundary[2] ?? "")) {
    if (part.name === "file") {
      return { fields, file: { name: lastSegment(part.filename ?? ""), body: part.body } };
    }
    fieldBytes += part.name.length + part.body.length;
    if (fieldBytes > MAX_FIELDS_BYTES) {
      throw new S3Error("MaxPostPreDataLengthExceededError", undefined, {
        MaxPostPreDataLengthBytes: MAX_FIELDS_BYTES,
      });
    }
    fields.set(part.name, part.body.toString());
  }
  throw new S3Error("InvalidArgument", "POST requires exactly one file upload per request.", {
    ArgumentName: "file",
    ArgumentValue: 0,
  });
}

function* partsOf(body: Buffer, boundary: string): Generator<Part> {
  const malformed = new S3Error("MalformedPOSTRequest");
  const delimiter = `\r\n--${boundary}`;
  if (!body.toString("latin1", 0, delimiter.length - 2).startsWith(`--${boundary}`))
    throw malformed;

  let position = delimiter.length - 2;
  while (body.toString("latin1", position, position + 2) === "\r\n") {
    const headEnd = body.indexOf("\r\n\r\n", position);
    const end = body.indexOf(delimiter, headEnd + 2);
    if (headEnd < 0 || end < 0) throw malformed;
    const head = body.toString("utf8", position, headEnd);
    const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1];
    const name = /(?:^|[\s;])name="([^"]*)"/i.exec(disposition ?? "")?.[1];
    if (name === undefined) throw malformed;

    yield {
      name: name.toLowerCase(),
      filename: /(?:^|[\s;])filename="([^"]*)"/i.exec(disposition ?? "")?.[1],
      body: body.subarray(headEnd + 4, end),
    };
    position = end + delimiter.length;
  }
  if (body.toString("latin1", position, position + 2) !== "--") throw malformed;
}

/** Some browsers send a whole path; S3 takes what follows the last slash or backslash. */
const lastSegment = (filename: string): string => filename.split(/[/\\]/).at(-1) ?? "";

import { xmlDocument, type XmlContent } from "./xml.ts";

/** What an operation answers; the connection adds the request id, the date and the CORS headers. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
};

const NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

/** A result document in S3's namespace. */
export function xmlAnswer(root: string, content: XmlContent, status = 200): Answer {
  return {
    status,
    headers: { "content-type": "application/xml" },
    body: xmlDocument(root, content, NAMESPACE),
  };
}

import { timingSafeEqual } from "node:crypto";
import { StripeRefusal } from "./stripe-refusal.ts";

/** Refuses a request whose Bearer or Basic credentials are not the account's secret key. */
export function authenticate(authorization: string | undefined, secretKey: string): void {
  const given = presentedKey(authorization);
  if (given === null) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization " +
        "header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (!isSame(given, secretKey)) {
    throw unauthorized(`Invalid API Key provided: ${redacted(given)}`);
  }
}

function presentedKey(authorization = ""): string | null {
  const [scheme = "", credentials = ""] = authorization.split(" ");
  if (credentials === "") return null;
  if (scheme.toLowerCase() === "bearer") return credentials;
  if (scheme.toLowerCase() !== "basic") return null;
  // Basic auth carries the key as its user name, with an empty password.
  const [user = ""] = Buffer.from(credentials, "base64").toString("utf8").split(":");
  return user === "" ? null : user;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function redacted(key: string): string {
  return `${key.slice(0, 8)}${"*".repeat(8)}${key.slice(-4)}`;
}

function unauthorized(message: string): StripeRefusal {
  return new StripeRefusal(401, { type: "invalid_request_error", message }, false);
}

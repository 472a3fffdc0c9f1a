import { createHmac } from "node:crypto";

/** The `Stripe-Signature` of a delivery: HMAC-SHA256 of the time and the exact bytes of the body. */
export function webhookSignature(body: string, secret: string, sentAtSeconds: number): string {
  const signature = createHmac("sha256", secret).update(`${sentAtSeconds}.${body}`).digest("hex");
  return `t=${sentAtSeconds},v1=${signature}`;
}

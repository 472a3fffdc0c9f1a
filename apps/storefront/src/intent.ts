import { forgetIntent, intentKey } from "@tuckshop/client/intent-key";
import { refusalOf } from "@tuckshop/client/refusal-of";

type Keyed = { context: { idempotencyKey: string } };

/**
 * Sends one intent under one Idempotency-Key. The key outlives a lost answer, a second press and a
 * reload; a definite answer, yes or no, ends it.
 */
export async function sendIntent<T>(
  name: string,
  send: (options: Keyed) => Promise<T>,
): Promise<T> {
  try {
    const answer = await send({ context: { idempotencyKey: intentKey(name) } });
    forgetIntent(name);
    return answer;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal && refusal.code !== "IDEMPOTENCY_IN_PROGRESS") forgetIntent(name);
    throw error;
  }
}

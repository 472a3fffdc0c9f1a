import { ShopError } from "@tuckshop/contracts/errors";
import type { PrincipalId } from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import type { Tx } from "../schema.ts";

export type KeyClaim = { principalId: PrincipalId; key: string; op: string; fingerprint: string };

/**
 * Claims a key for this transaction (`idempotency.md` I1–I6). Undefined: it is ours and new, run the
 * command. A reply: the command ran before, answer that; the replay is counted first, so that a
 * standby which is behind can confirm nothing. Refuses a key in flight and a key reused.
 */
export async function claimKey(
  tx: Tx,
  { principalId, key, op, fingerprint }: KeyClaim,
): Promise<{ reply: unknown } | undefined> {
  const { rows } = await sql<{ locked: boolean; isNew: boolean }>`
    with lock as materialized (
      select pg_try_advisory_xact_lock(hashtextextended(${`${principalId} ${key}`}, 0)) as locked
    ), claimed as (
      insert into idempotency_key (principal_id, key, op, fingerprint)
      select ${principalId}, ${key}, ${op}, ${fingerprint} from lock where locked
      on conflict (principal_id, key) do nothing
      returning key
    )
    select locked, exists (select from claimed) as "isNew" from lock
  `.execute(tx);
  const [claimed] = rows;
  if (!claimed?.locked) {
    throw new ShopError({ code: "IDEMPOTENCY_IN_PROGRESS", retryAfterSeconds: 1 });
  }
  if (claimed.isNew) return undefined;

  const earlier = await tx
    .updateTable("idempotency_key")
    .set((eb) => ({ replay_count: eb("replay_count", "+", 1) }))
    .where("principal_id", "=", principalId)
    .where("key", "=", key)
    .where("fingerprint", "=", fingerprint)
    .returning("reply")
    .executeTakeFirst();
  if (!earlier) throw new ShopError({ code: "IDEMPOTENCY_KEY_REUSED" });
  return earlier;
}

const replyMaxBytes = 64 * 1024;

/** Keeps the reply of a command that succeeded, in the commit of its effects. A giant one is a fault of ours. */
export async function recordReply(tx: Tx, claim: KeyClaim, reply: unknown): Promise<void> {
  const text = JSON.stringify(reply);
  if (Buffer.byteLength(text) > replyMaxBytes) {
    throw new RangeError(`The reply of ${claim.op} is over ${replyMaxBytes} bytes.`);
  }
  await tx
    .updateTable("idempotency_key")
    .set({ reply: text })
    .where("principal_id", "=", claim.principalId)
    .where("key", "=", claim.key)
    .execute();
}

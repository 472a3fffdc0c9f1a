import { createHash } from "node:crypto";
import type { PrincipalId } from "@tuckshop/contracts/ids";
import type { Db } from "@tuckshop/db/schema";
import type { Adapter, DatabaseSession } from "lucia";
import { sql } from "kysely";

/**
 * Lucia's storage on our tables. It keeps a SHA-256 of each session's id, never the id: whoever
 * reads the table, or a backup of it, holds nothing that signs in.
 */
export function sessionAdapter(db: Db): Adapter {
  return {
    async getSessionAndUser(id) {
      const row = await db
        .selectFrom("session")
        .select(["principal_id", "expires_at"])
        .where("id_hash", "=", hashOf(id))
        .executeTakeFirst();
      if (!row) return [null, null];
      return [
        sessionOf(id, row.principal_id, row.expires_at),
        { id: row.principal_id, attributes: {} },
      ];
    },
    async getUserSessions(principalId) {
      const rows = await db
        .selectFrom("session")
        .select(["id_hash", "principal_id", "expires_at"])
        .where("principal_id", "=", principalId)
        .execute();
      // The ids themselves are unknown; their hashes name the sessions in a list.
      return rows.map((row) => sessionOf(row.id_hash, row.principal_id, row.expires_at));
    },
    async setSession({ id, userId, expiresAt }) {
      await db
        .insertInto("session")
        .values({ id_hash: hashOf(id), principal_id: userId, expires_at: expiresAt.toISOString() })
        .execute();
    },
    async updateSessionExpiration(id, expiresAt) {
      await db
        .updateTable("session")
        .set({ expires_at: expiresAt.toISOString() })
        .where("id_hash", "=", hashOf(id))
        .execute();
    },
    async deleteSession(id) {
      await db.deleteFrom("session").where("id_hash", "=", hashOf(id)).execute();
    },
    async deleteUserSessions(principalId) {
      await db.deleteFrom("session").where("principal_id", "=", principalId).execute();
    },
    async deleteExpiredSessions() {
      await db
        .deleteFrom("session")
        .where("expires_at", "<=", sql<string>`now()`)
        .execute();
    },
  };
}

const hashOf = (id: string): string => createHash("sha256").update(id).digest("hex");

const sessionOf = (id: string, userId: PrincipalId, expiresAt: string): DatabaseSession => ({
  id,
  userId,
  expiresAt: new Date(expiresAt),
  attributes: {},
});

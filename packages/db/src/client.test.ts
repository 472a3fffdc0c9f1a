import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { createClient } from "./client.ts";
import { createTestDb } from "./testing/test-db.ts";

// Red when the option is not handed to Postgres, and when every client gets it.
test("only who says so commits without waiting for the disk", async () => {
  const { url } = await createTestDb();
  const setBy = async (options: { waitsForDisk?: boolean }) => {
    const { db, close } = createClient({ url, ...options });
    onTestFinished(close);
    const { rows } = await sql<{ setting: string; source: string }>`
      select setting, source from pg_settings where name = 'synchronous_commit'`.execute(db);
    return rows[0];
  };
  expect(await setBy({ waitsForDisk: false })).toEqual({ setting: "off", source: "client" });
  expect((await setBy({}))?.source).not.toBe("client");
  expect((await setBy({ waitsForDisk: true }))?.source).not.toBe("client");
});

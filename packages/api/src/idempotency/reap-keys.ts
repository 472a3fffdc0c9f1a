import { sql } from "kysely";
import type { Task } from "../task.ts";

const keptHours = 72; // promised for 24: a fault on a Friday evening survives the weekend
const batch = 1_000;

/** Deletes idempotency keys that nobody may replay any more, a batch at a time. */
export const reapKeys: Task<"key.reap"> = async ({ db }) => {
  await db
    .deleteFrom("idempotency_key")
    .where((eb) =>
      eb(
        eb.refTuple("principal_id", "key"),
        "in",
        eb
          .selectFrom("idempotency_key")
          .select(["principal_id", "key"])
          .where(sql<boolean>`created_at < now() - make_interval(hours => ${keptHours})`)
          .limit(batch)
          .$asTuple("principal_id", "key"),
      ),
    )
    .execute();
};

import type { Db } from "@tuckshop/db/schema";
import { seed } from "@tuckshop/db/seed";
import { makeStaff } from "./make-staff.ts";

/** The demo shop and its owner, in one commit, unless there is a shop already. Returns whether it opened one. */
export async function openDemoShop(
  db: Db,
  owner: { email: string; password: string },
): Promise<boolean> {
  return await db.transaction().execute(async (tx) => {
    if (!(await seed(tx))) return false;
    await makeStaff(tx, { ...owner, name: "The owner", role: "owner" });
    return true;
  });
}

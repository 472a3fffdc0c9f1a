import { newId, PrincipalId } from "@tuckshop/contracts/ids";
import type { Role } from "@tuckshop/contracts/staff";
import type { Tx } from "@tuckshop/db/schema";
import { hashPassword } from "./password.ts";

/** Adds a person to the staff. */
export async function makeStaff(
  tx: Tx,
  { email, name, password, role }: { email: string; name: string; password: string; role: Role },
): Promise<PrincipalId> {
  const id = newId(PrincipalId);
  await tx.insertInto("principal").values({ id, kind: "staff" }).execute();
  await tx.insertInto("users").values({ id, email: email.toLowerCase(), name }).execute();
  await tx
    .insertInto("credential")
    .values({ user_id: id, password_hash: await hashPassword(password) })
    .execute();
  await tx.insertInto("user_role").values({ user_id: id, role }).execute();
  return id;
}

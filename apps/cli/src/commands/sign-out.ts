import type { ShopClient } from "@tuckshop/client/client";
import type { Print } from "../print.ts";
import type { SessionFile } from "../session-file.ts";

/** Ends the session at the shop and forgets it here; a shop that is away keeps nobody signed in here. */
export async function signOut(
  shop: ShopClient | undefined,
  sessions: SessionFile,
  print: Print,
): Promise<void> {
  if (!shop) {
    print("Nobody is signed in.");
    return;
  }
  try {
    await shop.staff.session.signOut.mutate();
  } finally {
    await sessions.remove();
  }
  print("Signed out.");
}

import { claimEffect, finishEffect, releaseEffect } from "@tuckshop/db/atomic/effect";
import type { TaskContext } from "../task.ts";
import { mailMaxMs, type Mail } from "./mailer.ts";

/** Longer than sending takes, so that nobody sends beside us. */
const claimSeconds = mailMaxMs / 1_000 + 10;

/**
 * Sends a mail as often as SMTP needs, which is once but for one case. The mail server takes a mail
 * with its 250 after the last dot; when that answer is lost, or we die before `effect` says that it
 * came, nobody can tell whether the mail went out. A shop chooses: never twice, and a buyer may hear
 * nothing, or at least once. We send again, under the same Message-ID, by which mailboxes fold the
 * second copy into the first. Everything else is fenced by the effect's row: duplicate jobs, several
 * workers and redrives send nothing while one sends, nor after it did.
 */
export async function mailOnce({ db, mailer }: TaskContext, mail: Mail): Promise<void> {
  const claim = await claimEffect(db, mail.key, claimSeconds);
  if (claim === "done") return;
  if (claim === "taken") throw new Error(`The mail ${mail.key} is being sent by another.`);
  try {
    await mailer.send(mail);
  } catch (error) {
    await releaseEffect(db, mail.key, claim.attempt);
    throw error;
  }
  await finishEffect(db, mail.key);
}

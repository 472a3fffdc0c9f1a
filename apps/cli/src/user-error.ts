/** Something the person at the terminal can put right; its message is all that they see. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** The command line itself is wrong: answered with how it is written. */
export class UsageError extends UserError {}

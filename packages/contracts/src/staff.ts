import * as z from "zod/mini";
import { PrincipalId } from "./ids.ts";
import { Timestamp } from "./page.ts";

export const Role = z.enum(["owner", "manager", "packer", "rider", "viewer"]);
export type Role = z.infer<typeof Role>;

export const SignIn = z.object({
  email: z.email().check(z.maxLength(254)),
  password: z.string().check(z.minLength(1), z.maxLength(256)),
  /** A browser keeps a cookie it cannot read; a script gets the token in the answer. */
  transport: z._default(z.enum(["cookie", "token"]), "cookie"),
});
export type SignIn = z.infer<typeof SignIn>;

export const StaffMember = z.object({
  id: PrincipalId,
  name: z.string(),
  email: z.string(),
  role: Role,
});
export type StaffMember = z.infer<typeof StaffMember>;

export const SignedIn = z.object({
  staff: StaffMember,
  token: z.nullable(z.string()),
  expiresAt: Timestamp,
});

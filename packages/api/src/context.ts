import type { PrincipalId } from "@tuckshop/contracts/ids";
import type { StaffMember } from "@tuckshop/contracts/staff";
import type { HotCounters } from "@tuckshop/db/hot-counters";
import type { Db } from "@tuckshop/db/schema";
import type { Sessions } from "./accounts/sessions.ts";
import type { Events } from "./events/events.ts";
import type { Limits } from "./limits/create-limits.ts";
import type { Log } from "./log.ts";
import type { TaskContext } from "./task.ts";

/** What a server makes once and every request shares. */
export type Services = {
  db: Db;
  hotCounters: HotCounters;
  sessions: Sessions;
  limits: Limits;
  events: Events;
  tasks: TaskContext;
};

/** Who asks: a device or a person on the staff. Both are principals. */
export type Actor =
  | { kind: "guest"; principalId: PrincipalId }
  | { kind: "staff"; principalId: PrincipalId; staff: StaffMember };

/** What one HTTP request brings, before anybody has looked at it. */
export type Context = Services & {
  requestId: string;
  /** The raw header, not yet checked. */
  idempotencyKey: string | null;
  /** How many calls came in this request: a key names exactly one. */
  callCount: number;
  cookies: string;
  bearerToken: string | null;
  /** Of the connection; a proxy's own when one stands before us. */
  address: string;
  setCookie: (cookie: string) => void;
  setHeader: (name: string, value: string) => void;
  log: Log;
};

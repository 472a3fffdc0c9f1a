/** Everything that goes wrong, by name. */
export type FaultName =
  | "kill"
  | "rolling restart"
  | "postgres restart"
  | "backend terminated"
  | "row locked"
  | "idle in transaction"
  | "provider"
  | "provider down"
  | "webhooks"
  | "provider and webhooks"
  | "client gone"
  | "redis";

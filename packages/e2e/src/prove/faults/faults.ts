import { backendTerminated, idleInTransaction, postgresRestart, rowLocked } from "./database.ts";
import type { FaultName } from "./fault-name.ts";
import type { Fault } from "./fault.ts";
import { kill, rollingRestart } from "./processes.ts";
import { providerDown, providerFaults } from "./provider.ts";
import { redisFaults } from "./redis.ts";
import { clientGone } from "./shoppers.ts";

export const faults: Record<FaultName, Fault> = {
  kill,
  "rolling restart": rollingRestart,
  "postgres restart": postgresRestart,
  "backend terminated": backendTerminated,
  "row locked": rowLocked,
  "idle in transaction": idleInTransaction,
  provider: providerFaults("api"),
  "provider down": providerDown,
  webhooks: providerFaults("webhooks"),
  "provider and webhooks": providerFaults("api", "webhooks"),
  "client gone": clientGone,
  redis: redisFaults,
};

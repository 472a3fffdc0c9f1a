import type { Permission } from "./accounts/permissions.ts";
import { claiming } from "./middleware/claiming.ts";
import { idempotent } from "./middleware/idempotent.ts";
import { inTransaction } from "./middleware/in-transaction.ts";
import { limitInFlight } from "./middleware/limit-in-flight.ts";
import { logRequest } from "./middleware/log-request.ts";
import { mapErrors } from "./middleware/map-errors.ts";
import { knowDevice, requireDevice } from "./middleware/require-device.ts";
import { requireStaff } from "./middleware/require-staff.ts";
import { t } from "./trpc.ts";

/** Everybody: no identity is looked for. */
export const publicProcedure = t.procedure.use(mapErrors).use(logRequest);

/** A shopper's read: `ctx.device` is null for a first visit. */
export const shopperQuery = publicProcedure.use(knowDevice);

/** A shopper's change that speaks to the outside: no transaction is open, a task does the work. */
export const shopperTask = publicProcedure.use(requireDevice);

/** A shopper's change: one transaction, safe to repeat under its Idempotency-Key. */
export const shopperCommand = shopperTask
  .concat(limitInFlight)
  .use(claiming)
  .use(inTransaction)
  .concat(idempotent);

/** A read by staff with this permission. */
export const staffQuery = (permission: Permission) => publicProcedure.use(requireStaff(permission));

/** A change by staff with this permission: one transaction, safe to repeat under its Idempotency-Key. */
export const staffCommand = (permission: Permission) =>
  staffQuery(permission).concat(limitInFlight).use(inTransaction).concat(idempotent);

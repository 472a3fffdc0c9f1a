import { parseEnv, TaskEnv } from "@tuckshop/api/task-env";
import * as z from "zod/mini";

const WorkerEnv = z.extend(TaskEnv, {
  WORKER_CONCURRENCY: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(50)), 4),
});
export type WorkerEnv = z.infer<typeof WorkerEnv>;

/** Read once, at the start. */
export const readEnv = (): WorkerEnv => parseEnv(WorkerEnv, process.env);

import type { TaskContext } from "./task.ts";

/** Works one row after the other. One that fails is told, and stops no other. */
export async function sweepEach<Id extends string>(
  { log }: TaskContext,
  ids: readonly Id[],
  work: (id: Id) => Promise<void>,
): Promise<void> {
  for (const id of ids) {
    try {
      await work(id);
    } catch (err) {
      log.warn({ err, id }, "not settled yet");
    }
  }
}

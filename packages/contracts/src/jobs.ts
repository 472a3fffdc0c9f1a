import * as z from "zod/mini";
import { OrderId, OrderReference } from "./ids.ts";
import { PageInput, Timestamp, pageOf } from "./page.ts";
import { topics, type Topic } from "./topics.ts";

/** Dead letters have used up their attempts; failing jobs will be tried again. */
export const JobState = z.enum(["dead", "failing", "running", "due"]);
export type JobState = z.infer<typeof JobState>;

/** Work that is owed. What is done is deleted. */
export const OwedJob = z.object({
  id: z.int(),
  topic: z.string(),
  /** The id of the row that it is about; a sweep is about none. */
  subjectId: z.nullable(z.string()),
  state: JobState,
  attempts: z.int(),
  attemptsMax: z.int(),
  dueAt: Timestamp,
  /** The first line, without secrets and addresses. */
  lastError: z.nullable(z.string()),
  order: z.nullable(z.object({ id: OrderId, reference: OrderReference })),
});
export type OwedJob = z.infer<typeof OwedJob>;

export const ListJobs = z.object({ state: z.optional(JobState), ...PageInput });
export type ListJobs = z.infer<typeof ListJobs>;

export const JobPage = pageOf(OwedJob);

const Topics = z.enum(Object.keys(topics) as [Topic, ...Topic[]]);

/** One dead letter, or all those of a topic. */
export const RedriveJobs = z.discriminatedUnion("what", [
  z.object({ what: z.literal("job"), jobId: z.int().check(z.positive()) }),
  z.object({ what: z.literal("topic"), topic: Topics }),
]);
export type RedriveJobs = z.infer<typeof RedriveJobs>;

export const RedrivenJobs = z.object({ count: z.int() });
export type RedrivenJobs = z.infer<typeof RedrivenJobs>;

import type { ShopClient } from "@tuckshop/client/client";
import type { JobState } from "@tuckshop/contracts/jobs";
import { allPages } from "../pages.ts";
import type { Print } from "../print.ts";
import { tableLines } from "../table.ts";
import { timeText } from "../time-text.ts";

export type ListJobsInput = { state: JobState | undefined; limit: number; json: boolean };

/** What the workers owe, newest first. */
export async function listJobs(
  shop: ShopClient,
  { state, limit, json }: ListJobsInput,
  print: Print,
): Promise<void> {
  const jobs = await allPages(limit, (page) => shop.staff.jobs.list.query({ ...page, state }));
  if (json) {
    print(JSON.stringify(jobs, null, 2));
    return;
  }
  if (jobs.length === 0) {
    print(state === "dead" ? "No dead letters." : "No jobs.");
    return;
  }
  const rows = jobs.map((job) => [
    String(job.id),
    job.topic,
    job.state,
    `${job.attempts}/${job.attemptsMax}`,
    job.state === "dead" ? "" : timeText(job.dueAt),
    job.order?.reference ?? job.subjectId ?? "",
    job.lastError ?? "",
  ]);
  print(tableLines(columns, rows).join("\n"));
}

const columns = [
  { title: "JOB", align: "right" },
  { title: "TOPIC", align: "left" },
  { title: "STATE", align: "left" },
  { title: "ATTEMPTS", align: "right" },
  { title: "DUE", align: "left" },
  { title: "ABOUT", align: "left" },
  { title: "LAST ERROR", align: "left" },
] as const;

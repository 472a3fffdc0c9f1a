import { JobPage, ListJobs, RedrivenJobs, RedriveJobs } from "@tuckshop/contracts/jobs";
import { staffCommand, staffQuery } from "../procedures.ts";
import { t } from "../trpc.ts";
import { jobPage } from "./queries.ts";
import { redriveJobs } from "./redrive-jobs.ts";

export const staffJobsRouter = t.router({
  list: staffQuery("books.read")
    .input(ListJobs)
    .output(JobPage)
    .query(({ ctx, input }) => jobPage(ctx.db, input)),
  redrive: staffCommand("books.repair")
    .input(RedriveJobs)
    .output(RedrivenJobs)
    .mutation(({ ctx, input }) => redriveJobs(ctx.tx, input)),
});

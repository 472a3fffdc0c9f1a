import { Link, getRouteApi } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { JobState, type OwedJob } from "@tuckshop/contracts/jobs";
import { announce } from "@tuckshop/ui/announcer";
import { Card } from "@tuckshop/ui/card";
import type { Tone } from "@tuckshop/ui/chip";
import { EmptyState } from "@tuckshop/ui/empty-state";
import { Suspense } from "react";
import { pageSize } from "../page-size.ts";
import { ShowMore } from "../show-more.tsx";
import { BooksHeader } from "./books-header.tsx";
import { OwedSkeleton } from "./books-skeleton.tsx";
import { OwedRow, RedriveButton } from "./owed-row.tsx";
import { statePill } from "./state-pill.ts";

const route = getRouteApi("/staff/books/jobs");
const pollMilliseconds = 10_000;

const badges: Record<JobState, { word: string; tone: Tone }> = {
  dead: { word: "Dead letter", tone: "bad" },
  failing: { word: "Failing", tone: "warn" },
  running: { word: "Running", tone: "counter" },
  due: { word: "Due", tone: "plain" },
};

/** What the shop owes the outside: mails, questions to the payment provider. What is done is gone. */
export function JobsPage() {
  const { state } = route.useSearch();
  return (
    <>
      <BooksHeader title="Jobs" />
      <nav aria-label="Which jobs">
        <ul className="flex flex-wrap gap-2">
          {[undefined, ...JobState.options].map((one) => (
            <li key={one ?? "all"}>
              <Link
                to="/books/jobs"
                search={{ state: one }}
                // The router would take “All” for every state, and never for none.
                activeOptions={{ exact: true, explicitUndefined: true }}
                aria-current={one === state ? "page" : undefined}
                className={statePill}
              >
                {one ? badges[one].word : "All"}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Suspense key={state} fallback={<OwedSkeleton />}>
        <Jobs state={state} />
      </Suspense>
    </>
  );
}

function Jobs({ state }: { state: JobState | undefined }) {
  const [data, list] = trpc.staff.jobs.list.useSuspenseInfiniteQuery(
    { state, limit: pageSize },
    { getNextPageParam: (page) => page.nextCursor, refetchInterval: pollMilliseconds },
  );
  const jobs = data.pages.flatMap((page) => page.items);
  if (jobs.length === 0) {
    return (
      <EmptyState title={state === "dead" ? "No dead letters" : "Nothing is owed"}>
        Every job that was owed is done.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-3">
      <Card aria-label="Jobs" className="p-0!">
        <ul>
          {jobs.map((job) => (
            <Job key={job.id} job={job} />
          ))}
        </ul>
      </Card>
      <ShowMore {...list} />
    </div>
  );
}

function Job({ job }: { job: OwedJob }) {
  const { list } = trpc.useUtils().staff.jobs;
  const redrive = trpc.staff.jobs.redrive.useMutation({
    onSuccess: async () => {
      announce(`${job.topic} is tried again`);
      await list.invalidate();
    },
  });
  const { id, topic, state, subjectId, attempts, attemptsMax, dueAt } = job;
  return (
    <OwedRow
      {...job}
      title={topic}
      state={badges[state]}
      facts={[
        `Job ${id}`,
        job.order ? null : subjectId,
        attempts > 0 ? `attempt ${attempts} of ${attemptsMax}` : null,
      ]}
      dueAt={state === "dead" || state === "running" ? null : dueAt}
    >
      {state === "dead" && (
        <RedriveButton
          label={`${topic}, job ${id}`}
          isPending={redrive.isPending}
          error={redrive.error}
          onPress={() => redrive.mutate({ what: "job", jobId: id })}
        />
      )}
    </OwedRow>
  );
}

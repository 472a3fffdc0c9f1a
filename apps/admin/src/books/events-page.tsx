import { Link, getRouteApi } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { webhookMachine, type WebhookState } from "@tuckshop/contracts/machines";
import type { ReceivedWebhook } from "@tuckshop/contracts/webhooks";
import { announce } from "@tuckshop/ui/announcer";
import { Card } from "@tuckshop/ui/card";
import type { Tone } from "@tuckshop/ui/chip";
import { EmptyState } from "@tuckshop/ui/empty-state";
import { Suspense } from "react";
import { pageSize } from "../page-size.ts";
import { ShowMore } from "../show-more.tsx";
import { BooksHeader } from "./books-header.tsx";
import { OwedRow, RedriveButton } from "./owed-row.tsx";
import { OwedSkeleton } from "./books-skeleton.tsx";
import { statePill } from "./state-pill.ts";

const route = getRouteApi("/staff/books/events");
const pollMilliseconds = 10_000;

const badges: Record<WebhookState, { word: string; tone: Tone }> = {
  received: { word: "Received", tone: "counter" },
  applied: { word: "Applied once", tone: "ok" },
  ignored: { word: "Not about us", tone: "plain" },
  retry: { word: "Tried again later", tone: "warn" },
  dead: { word: "Given up", tone: "bad" },
};

/** What Stripe told us, and what became of it. */
export function EventsPage() {
  const { state } = route.useSearch();
  return (
    <>
      <BooksHeader title="Stripe events" />
      <nav aria-label="Which events">
        <ul className="flex flex-wrap gap-2">
          {[undefined, ...webhookMachine.states].map((one) => (
            <li key={one ?? "all"}>
              <Link
                to="/books/events"
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
        <Events state={state} />
      </Suspense>
    </>
  );
}

function Events({ state }: { state: WebhookState | undefined }) {
  const [data, list] = trpc.staff.webhooks.list.useSuspenseInfiniteQuery(
    { states: state && [state], limit: pageSize },
    { getNextPageParam: (page) => page.nextCursor, refetchInterval: pollMilliseconds },
  );
  const events = data.pages.flatMap((page) => page.items);
  if (events.length === 0) {
    return (
      <EmptyState title={state ? "No event is in this state" : "Stripe has told us nothing yet"}>
        An event is a hint only: payments are asked about even when none arrives.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-3">
      <Card aria-label="Events" className="p-0!">
        <ul>
          {events.map((event) => (
            <Event key={event.id} event={event} />
          ))}
        </ul>
      </Card>
      <ShowMore {...list} />
    </div>
  );
}

function Event({ event }: { event: ReceivedWebhook }) {
  const { list } = trpc.useUtils().staff.webhooks;
  const redrive = trpc.staff.webhooks.redrive.useMutation({
    onSuccess: async () => {
      announce(`${event.type} is tried again`);
      await list.invalidate();
    },
  });
  const { id, type, state, deliveryCount, attemptCount, lastError } = event;
  return (
    <OwedRow
      {...event}
      title={type}
      state={badges[state]}
      facts={[
        id,
        deliveryCount > 1 ? `delivered ${deliveryCount}×` : null,
        attemptCount > 1 ? `${attemptCount} attempts` : null,
      ]}
      lastError={state === "applied" || state === "ignored" ? null : lastError}
    >
      {state === "dead" && (
        <RedriveButton
          label={id}
          isPending={redrive.isPending}
          error={redrive.error}
          onPress={() => redrive.mutate({ eventId: id })}
        />
      )}
    </OwedRow>
  );
}

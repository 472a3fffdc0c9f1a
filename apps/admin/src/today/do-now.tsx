import { Link } from "@tanstack/react-router";
import type { Today } from "@tuckshop/contracts/orders";
import { Card } from "@tuckshop/ui/card";
import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import type { OrderViewKey } from "../orders/order-views.ts";

type Task = { view: OrderViewKey; count: number; title: string; detail: string };

/** What waits for a hand, in the order in which it hurts. */
export function DoNow({ today }: { today: Today }) {
  const tasks = tasksOf(today);
  const first = tasks.find(({ count }) => count > 0);
  return (
    <Card aria-label="Do now" className="self-start p-0!">
      <h2 className="px-4 pt-4 pb-2">{first ? "Do now" : "Nothing to do right now"}</h2>
      {!first && (
        <p className="px-4 pb-3 text-small text-ink-2">New orders appear here by themselves.</p>
      )}
      <ul>
        {tasks.map((task) => (
          <li key={task.view} className="border-t border-line last:*:rounded-b-card">
            <TaskLink {...task} isFirst={task === first} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function TaskLink({ view, count, title, detail, isFirst }: Task & { isFirst: boolean }) {
  const isWaiting = count > 0;
  return (
    <Link
      to="/orders"
      search={{ state: view }}
      className="group grid grid-cols-[3rem_1fr_auto] items-center gap-x-2 px-4 py-3 no-underline -outline-offset-2 transition-colors duration-120 hover:bg-wash"
    >
      <span
        className={clsx(
          "font-display text-price tabular-nums",
          isFirst && "text-counter",
          !isWaiting && "text-ink-3",
        )}
      >
        {count}
      </span>
      <span>
        <span className={clsx("block", isWaiting ? "font-[650]" : "text-ink-2")}>{title}</span>
        {isWaiting && <span className="block text-small text-ink-2">{detail}</span>}
      </span>
      <ChevronRight
        aria-hidden="true"
        className="size-4.5 text-ink-3 transition-transform duration-120 group-hover:translate-x-0.5"
      />
    </Link>
  );
}

function tasksOf(today: Today): Task[] {
  return [
    {
      view: "to-pack",
      count: today.toPack,
      title: "to pack",
      detail: "Confirmed and waiting for the counter",
    },
    {
      view: "to-send-out",
      count: today.toSendOut,
      title: "to send out",
      detail: "Packed, not yet handed on",
    },
    {
      view: "on-the-way",
      count: today.onTheWay,
      title: "on the way",
      detail: "Out with a rider, not yet delivered",
    },
    {
      view: "ready-for-pickup",
      count: today.readyForPickup,
      title: "ready for pickup",
      detail: "At the counter until they come",
    },
    {
      view: "to-settle",
      count: today.toSettle,
      title: "with money to settle",
      detail: "Asked back, bounced, or not what the order costs",
    },
    {
      view: "unpaid",
      count: today.awaitingPayment,
      title: "awaiting payment",
      detail: "Held until they pay or the time runs out",
    },
  ];
}

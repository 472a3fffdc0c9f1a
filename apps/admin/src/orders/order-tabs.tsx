import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { orderTab, orderTabs, type OrderView, type OrderViewKey } from "./order-views.ts";

/** The views as links, so that each can be bookmarked; narrower ones stand in a second line. */
export function OrderTabs({ current }: { current: OrderViewKey }) {
  const tab = orderTab(current);
  return (
    <div className="grid gap-3">
      <nav aria-label="Which orders" className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0">
        <ul className="flex min-w-max gap-5 border-b border-line">
          {orderTabs.map((item) => (
            <li key={item.key}>
              <ViewLink
                view={item}
                isCurrent={item.key === tab.key}
                className="-mb-px flex min-h-11 items-center border-b-2 border-transparent font-[600] text-ink-2 hover:text-ink aria-[current]:border-counter aria-[current]:text-ink"
              />
            </li>
          ))}
        </ul>
      </nav>
      {tab.parts.length > 0 && (
        <nav aria-label={`${tab.label}, narrowed down`}>
          <ul className="flex flex-wrap gap-2">
            {[{ ...tab, label: "All of these" }, ...tab.parts].map((part) => (
              <li key={part.key}>
                <ViewLink
                  view={part}
                  isCurrent={part.key === current}
                  className="flex min-h-8 items-center rounded-full px-3 text-small font-[600] text-ink-2 inset-ring-[1.5px] inset-ring-line-strong hover:bg-wash aria-[current]:bg-counter-wash aria-[current]:text-counter aria-[current]:inset-ring-counter pointer-coarse:min-h-11"
                />
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

type ViewLinkProps = { view: OrderView; isCurrent: boolean; className: string };

function ViewLink({ view, isCurrent, className }: ViewLinkProps) {
  return (
    <Link
      to="/orders"
      search={{ state: view.key }}
      // The router would mark the default view only when it stands in the URL.
      activeProps={{ "aria-current": undefined }}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx("no-underline", className)}
    >
      {view.label}
    </Link>
  );
}

import { Link, linkOptions } from "@tanstack/react-router";
import { PageHeader } from "../page-header.tsx";

const pages = [
  { label: "Checks", link: linkOptions({ to: "/books", activeOptions: { exact: true } }) },
  { label: "Stripe events", link: linkOptions({ to: "/books/events" }) },
  { label: "Jobs", link: linkOptions({ to: "/books/jobs" }) },
];

/** The title of a page of the books, and the way to the others. */
export function BooksHeader({ title }: { title: string }) {
  return (
    <>
      <PageHeader title={title} />
      <nav aria-label="The books" className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0">
        <ul className="flex min-w-max gap-5 border-b border-line">
          {pages.map(({ label, link }) => (
            <li key={label}>
              <Link
                {...link}
                className="-mb-px flex min-h-11 items-center border-b-2 border-transparent font-[600] text-ink-2 no-underline hover:text-ink aria-[current]:border-counter aria-[current]:text-ink"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

import { trpc } from "@tuckshop/client/react";
import { usePageTitle } from "@tuckshop/ui/announcer";
import type { ReactNode } from "react";

type Props = {
  title: string;
  /** Where one came from: a link, shown as “Orders / …”. */
  crumb?: ReactNode;
  /** Beside the title: chips, a date. */
  children?: ReactNode;
};

/** The first line of a page. It also names the page in the tab and to listeners. */
export function PageHeader({ title, crumb, children }: Props) {
  const [shop] = trpc.shop.info.useSuspenseQuery();
  usePageTitle(title, `${shop.name} staff`);
  return (
    <header className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2">
      {crumb && (
        <>
          <span className="text-small">{crumb}</span>
          <span aria-hidden="true" className="text-ink-3">
            /
          </span>
        </>
      )}
      <h1>{title}</h1>
      {children}
    </header>
  );
}

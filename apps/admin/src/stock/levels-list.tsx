import { Link } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { buttonClass } from "@tuckshop/ui/button";
import { EmptyState } from "@tuckshop/ui/empty-state";
import { pageSize } from "../page-size.ts";
import { ShowMore } from "../show-more.tsx";
import { useWideScreen } from "../wide-screen.ts";
import { LevelCards } from "./level-cards.tsx";
import { LevelsTable } from "./levels-table.tsx";

type Props = { search: string | undefined; lowOnly: boolean | undefined };

export function LevelsList({ search, lowOnly }: Props) {
  const [data, list] = trpc.staff.stock.levels.useSuspenseInfiniteQuery(
    { search, lowOnly, limit: pageSize },
    { getNextPageParam: (page) => page.nextCursor },
  );
  const levels = data.pages.flatMap((page) => page.items);
  const isWide = useWideScreen();
  if (levels.length === 0) return <NoLevels search={search} lowOnly={lowOnly} />;
  const Levels = isWide ? LevelsTable : LevelCards;
  return (
    <div className="grid gap-3">
      <Levels levels={levels} />
      <ShowMore {...list} />
    </div>
  );
}

function NoLevels({ search, lowOnly }: Props) {
  const wider = (
    <Link to="/stock" className={buttonClass("outline", "sm")}>
      Show everything
    </Link>
  );
  if (search) {
    return (
      <EmptyState title={`Nothing matches “${search}”`} action={wider}>
        {lowOnly ? "Only what is running low was searched." : "Try a part of the name or the SKU."}
      </EmptyState>
    );
  }
  if (lowOnly) {
    return (
      <EmptyState title="Nothing is running low" action={wider}>
        Every article has enough for now.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing in stock yet">
      Articles appear here once they are imported.
    </EmptyState>
  );
}

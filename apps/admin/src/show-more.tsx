import { Button } from "@tuckshop/ui/button";

type Props = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** The next rows of a list, on request: never by scrolling. */
export function ShowMore({ hasNextPage, isFetchingNextPage, fetchNextPage }: Props) {
  if (!hasNextPage) return null;
  return (
    <Button
      look="outline"
      size="sm"
      className="justify-self-center"
      busy={isFetchingNextPage && "Fetching more…"}
      onClick={() => void fetchNextPage()}
    >
      Show more
    </Button>
  );
}

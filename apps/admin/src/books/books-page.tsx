import { trpc } from "@tuckshop/client/react";
import { BookName, type CheckedBooks } from "@tuckshop/contracts/books";
import { announce } from "@tuckshop/ui/announcer";
import { Button } from "@tuckshop/ui/button";
import { Card } from "@tuckshop/ui/card";
import { Time } from "@tuckshop/ui/time";
import type { ReactNode } from "react";
import { errorWords } from "../error-words.ts";
import { Notice } from "../notice.tsx";
import { BookCard } from "./book-card.tsx";
import { booksFinding, tookWords } from "./book-words.ts";
import { BooksHeader } from "./books-header.tsx";
import { OpenLedger } from "./open-ledger.tsx";

/** Every invariant of the shop, looked at just now in the live database. */
export function BooksPage() {
  const [books, check] = trpc.staff.books.check.useSuspenseQuery();
  const again = async () => {
    const { data } = await check.refetch();
    if (data) announce(booksFinding(data));
  };
  return (
    <>
      <BooksHeader title="The books" />
      <Summary books={books}>
        <Button
          look="outline"
          size="sm"
          busy={check.isRefetching && "Checking…"}
          onClick={() => void again()}
        >
          Check again
        </Button>
        {check.isRefetchError && <Notice tone="bad">{errorWords(check.error)}</Notice>}
      </Summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-2 xl:items-start">
        {BookName.options.map((book) => (
          <BookCard
            key={book}
            book={book}
            checks={books.checks.filter((line) => line.book === book)}
          />
        ))}
      </div>
    </>
  );
}

type Props = { books: CheckedBooks; children: ReactNode };

function Summary({ books, children }: Props) {
  const finding = booksFinding(books);
  return (
    <Card
      aria-label="Summary"
      className="grid items-center gap-x-8 gap-y-4 p-4! sm:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]"
    >
      <div className="grid justify-items-start gap-3">
        <div>
          <h2>{finding}</h2>
          <p className="text-small text-ink-2">
            One snapshot at <Time at={books.checkedAt} show="seconds" />, read in {tookWords(books)}
            . Looking changes nothing and blocks nobody.
          </p>
        </div>
        {children}
      </div>
      <OpenLedger checks={books.checks} label={finding} />
    </Card>
  );
}

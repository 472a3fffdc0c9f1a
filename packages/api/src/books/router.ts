import { CheckedBooks } from "@tuckshop/contracts/books";
import { staffQuery } from "../procedures.ts";
import { t } from "../trpc.ts";
import { checkBooks } from "./check-books.ts";

export const staffBooksRouter = t.router({
  check: staffQuery("books.read")
    .output(CheckedBooks)
    .query(({ ctx }) => checkBooks(ctx.db)),
});

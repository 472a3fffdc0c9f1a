import { Link, type ErrorComponentProps } from "@tanstack/react-router";
import { refusalOf } from "@tuckshop/client/refusal-of";
import type { RefusalCode } from "@tuckshop/contracts/errors";
import { Button, buttonClass } from "@tuckshop/ui/button";
import { ErrorState } from "@tuckshop/ui/error-state";
import { errorWords } from "./error-words.ts";
import { PageHeader } from "./page-header.tsx";
import { useReload } from "./use-reload.ts";

/** Nos that stay the same however often one asks. */
const lasting = new Set<RefusalCode>(["NOT_FOUND", "FORBIDDEN"]);

/** Instead of a page that could not be loaded. The shell around it stays. */
export function LoadError({ error }: ErrorComponentProps) {
  const reload = useReload();
  const refusal = refusalOf(error);
  const isLasting = refusal !== null && lasting.has(refusal.code);
  const retry = (
    <Button look="counter" size="sm" onClick={reload}>
      Try again
    </Button>
  );
  const leave = (
    <Link to="/" className={buttonClass("counter", "sm")}>
      Go to Today
    </Link>
  );
  return (
    <>
      <PageHeader title={isLasting ? "Nothing to see here" : "Not loaded"} />
      <ErrorState title={errorWords(error)} action={isLasting ? leave : retry}>
        Only looking failed: nothing was changed.
      </ErrorState>
    </>
  );
}

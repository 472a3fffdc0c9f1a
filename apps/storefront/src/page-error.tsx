import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { refusalOf } from "@tuckshop/client/refusal-of";
import { refusalMessage } from "@tuckshop/contracts/errors";
import { ErrorState } from "@tuckshop/ui/error-state";
import { NotFound } from "./not-found.tsx";
import { useTitle } from "./use-title.ts";

/** What a page shows when it could not be read. Reading changes nothing, so money is never at stake. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const refusal = refusalOf(error);
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  if (refusal?.code === "NOT_FOUND") return <NotFound />;
  const retry = () => {
    resetQueries();
    reset();
  };
  return (
    <div className="grid gap-6 pt-6">
      <PageErrorTitle />
      <ErrorState title="The shop did not answer." onRetry={retry}>
        {refusal ? `${refusalMessage(refusal)} ` : ""}
        Nothing of yours was changed: your bag and your orders are as they were.
      </ErrorState>
    </div>
  );
}

function PageErrorTitle() {
  useTitle("No answer");
  return <h1>We can’t show this just now.</h1>;
}

import type { ErrorComponentProps } from "@tanstack/react-router";
import { Button } from "@tuckshop/ui/button";
import { ErrorState } from "@tuckshop/ui/error-state";
import { errorWords } from "./error-words.ts";
import { useReload } from "./use-reload.ts";

/** When not even the shop’s name or the session could be fetched: there is no shell to stand in. */
export function StartError({ error }: ErrorComponentProps) {
  const reload = useReload();
  const retry = (
    <Button look="counter" size="sm" onClick={reload}>
      Try again
    </Button>
  );
  return (
    <main className="mx-auto grid max-w-[40rem] gap-4 px-4 pt-[min(12vh,96px)]">
      <h1>Not reachable</h1>
      <ErrorState title={errorWords(error)} action={retry}>
        Nothing was changed, and orders keep coming in meanwhile.
      </ErrorState>
    </main>
  );
}

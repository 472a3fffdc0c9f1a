import { Button } from "@tuckshop/ui/button";
import type { ReactNode } from "react";
import { Notice } from "../notice.tsx";

type Props = {
  submitLabel: string;
  isPending: boolean;
  failure: string | null;
  onSubmit: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
};

/** A change of stock: fields, what went wrong, one button that does it. */
export function StockForm({ submitLabel, isPending, failure, onSubmit, onClose, children }: Props) {
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
      {failure && <Notice tone="bad">{failure}</Notice>}
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="outline" size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" look="counter" size="sm" busy={isPending && "Saving…"}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

import { Receipt } from "@tuckshop/ui/receipt";
import type { ReactNode } from "react";
import type { useBag } from "./use-bag.ts";

type Props = { title: string; bag: ReturnType<typeof useBag>; children?: ReactNode };

/** What the bag comes to by the server’s last word; set back while a newer one is on its way. */
export function BagReceipt({ title, bag, children }: Props) {
  const { settled, sync, edits } = bag;
  if (!settled) return null;
  const lines = settled.lines.map((line) => ({
    key: line.variantId,
    label: `${line.quantity} × ${[line.title, line.variantTitle].filter(Boolean).join(", ")}`,
    amount: line.lineTotal,
  }));
  return (
    <Receipt
      title={title}
      lines={lines}
      total={settled.subtotal}
      totalLabel="Subtotal"
      busy={sync !== "settled" || Object.keys(edits).length > 0}
    >
      {children}
    </Receipt>
  );
}

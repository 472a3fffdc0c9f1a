import { BagReceipt } from "../bag/bag-receipt.tsx";
import { BagSkeleton } from "../bag/bag-skeleton.tsx";
import { EmptyBag } from "../bag/empty-bag.tsx";
import { useBag } from "../bag/use-bag.ts";
import { useTitle } from "../use-title.ts";
import { CheckoutFrame } from "./checkout-frame.tsx";
import { HowForm } from "./how-form.tsx";

export function HowPage() {
  useTitle("Pick up or delivery");
  const bag = useBag();
  if (bag.isPending) return <BagSkeleton />;
  if (bag.lines.length === 0) return <EmptyBag />;
  return (
    <CheckoutFrame
      step={1}
      title="How would you like to get it?"
      receipt={<BagReceipt title="Your bag" bag={bag} />}
    >
      <HowForm />
    </CheckoutFrame>
  );
}

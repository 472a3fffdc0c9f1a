import { useNavigate } from "@tanstack/react-router";
import { quantityMax } from "@tuckshop/contracts/bag";
import type { TrackedOrder } from "@tuckshop/contracts/orders";
import { Button } from "@tuckshop/ui/button";
import { useBag } from "../bag/use-bag.ts";

/** Puts the same things in the bag, on top of what is there; today’s prices and stock decide. */
export function OrderAgain({ order }: { order: TrackedOrder }) {
  const bag = useBag();
  const navigate = useNavigate();
  const again = () => {
    for (const line of order.lines) {
      const { variantId, title, variantTitle, hue, unitPrice } = line;
      const inBag = bag.lines.find((each) => each.variantId === variantId)?.quantity ?? 0;
      bag.edit(
        { variantId, slug: null, title, variantTitle, hue, unitPrice },
        Math.min(inBag + line.quantity, quantityMax),
      );
    }
    void navigate({ to: "/bag" });
  };
  return <Button onClick={again}>Order this again</Button>;
}

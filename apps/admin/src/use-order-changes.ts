import { trpc } from "@tuckshop/client/react";
import { useEffect, useRef } from "react";

/** In a rush orders move faster than a list is read. */
const pauseMilliseconds = 500;

/** Reads orders and figures anew when the server says that an order moved. Pages poll slowly beside it. */
export function useOrderChanges(): void {
  const { orders, today } = trpc.useUtils().staff;
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const readAnew = () => {
    timer.current = undefined;
    void orders.list.invalidate();
    void orders.get.invalidate();
    void today.get.invalidate();
  };
  trpc.staff.orders.changes.useSubscription(undefined, {
    onData: () => {
      timer.current ??= window.setTimeout(readAnew, pauseMilliseconds);
    },
  });
}

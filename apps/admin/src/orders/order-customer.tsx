import type { StaffOrder } from "@tuckshop/contracts/orders";
import { Card } from "@tuckshop/ui/card";

/** Who ordered, where it goes, and how to reach them. */
export function OrderCustomer({ order: { customer, fulfilment } }: { order: StaffOrder }) {
  return (
    <Card aria-label="Customer" className="grid gap-2 p-4!">
      <h2>{customer.name}</h2>
      <p className="text-small">
        {fulfilment.method === "pickup" ? (
          "Picks it up at the counter"
        ) : (
          <>
            {fulfilment.address && (
              <span className="block whitespace-pre-line">{fulfilment.address}</span>
            )}
            <span className="block text-ink-2">
              {[fulfilment.area, fulfilment.pincode].filter(Boolean).join(" ")}
            </span>
          </>
        )}
      </p>
      <ul className="grid justify-items-start text-small">
        <li>
          <a href={`tel:${customer.phone}`} className="inline-flex min-h-7 items-center underline">
            {customer.phone}
          </a>
        </li>
        {customer.email && (
          <li>
            <a
              href={`mailto:${customer.email}`}
              className="inline-flex min-h-7 items-center break-all underline"
            >
              {customer.email}
            </a>
          </li>
        )}
      </ul>
      {customer.note && (
        <p className="rounded-[8px] bg-wash px-3 py-2 text-small">
          <b className="font-[650]">Note:</b> {customer.note}
        </p>
      )}
    </Card>
  );
}

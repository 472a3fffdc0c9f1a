import type { Money } from "@tuckshop/contracts/money";
import type { orderBody } from "../orders/queries.ts";

type Order = Awaited<ReturnType<typeof orderBody>>["body"];

const format = ({ minor, currency }: Money): string =>
  new Intl.NumberFormat("en-IN", { style: "currency", currency }).format(minor / 100);

/** The confirmation as plain text: what, how much, how it is paid, where to look. */
export function confirmationText(shopName: string, order: Order, link: string): string {
  const { amounts, lines, payment } = order;
  const extras: [string, Money][] = [
    ["Delivery", amounts.delivery],
    ["Cash fee", amounts.fee],
  ];
  return [
    `Thank you. ${shopName} is on it.`,
    "",
    ...lines.map((line) => `${line.quantity} × ${line.title}  ${format(line.lineTotal)}`),
    ...extras
      .filter(([, money]) => money.minor > 0)
      .map(([name, money]) => `${name}  ${format(money)}`),
    `Total  ${format(amounts.total)} (includes ${format(amounts.taxIncluded)} GST)`,
    "",
    payment.method === "cash"
      ? `Please keep ${format(amounts.total)} ready in cash.`
      : "Paid online, once.",
    "",
    `See how it is getting on: ${link}`,
  ].join("\n");
}

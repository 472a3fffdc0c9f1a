import { idOf } from "../resources/id-of.ts";
import { moneyText } from "../resources/money-text.ts";
import type { Simulator } from "../simulator.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { page } from "./page-layout.ts";

const SHOWN_ROWS = 50;

/** What the simulated account holds, for the person who runs the demonstration. */
export function overviewPage(simulator: Simulator): Html {
  const content = html` <h1>Stripe simulator</h1>
    <p>
      The latest ${SHOWN_ROWS} of each. <a href="/">Reload</a> to see what has happened since; the
      <a href="/_control/journal">journal</a> has everything as JSON.
    </p>
    ${sessionsTable(simulator)} ${chargesTable(simulator)} ${refundsTable(simulator)}
    ${deliveriesTable(simulator)}`;
  return page("Overview", content, "wide");
}

function sessionsTable({ state }: Simulator): Html {
  const rows = state.checkouts.newestFirst().map(
    ({ session }) =>
      html`<tr>
        <td>${timeText(session.created)}</td>
        <td>
          ${session.url === null ? shortId(session.id) : html`<a href="/c/pay/${session.id}">${shortId(session.id)}</a>`}
        </td>
        <td class="amount">${moneyText(session.amount_total ?? 0, session.currency ?? "usd")}</td>
        <td>${session.status}</td>
        <td>${session.payment_status}</td>
        <td>${session.client_reference_id}</td>
      </tr>`,
  );
  return table(
    "Checkout sessions",
    ["Created", "Session", "Amount", "Status", "Payment", "Reference"],
    rows,
  );
}

function chargesTable({ state }: Simulator): Html {
  const rows = state.charges.newestFirst().map(
    (charge) =>
      html`<tr>
        <td>${timeText(charge.created)}</td>
        <td>${shortId(charge.id)}</td>
        <td class="amount">${moneyText(charge.amount, charge.currency)}</td>
        <td class="amount">${moneyText(charge.amount_refunded, charge.currency)}</td>
        <td>${charge.status}</td>
        <td>${charge.failure_message}</td>
      </tr>`,
  );
  return table("Charges", ["Created", "Charge", "Amount", "Refunded", "Status", "Failure"], rows);
}

function refundsTable({ state }: Simulator): Html {
  const rows = state.refunds.newestFirst().map(
    (refund) =>
      html`<tr>
        <td>${timeText(refund.created)}</td>
        <td>${shortId(refund.id)}</td>
        <td>${shortId(idOf(refund.charge))}</td>
        <td class="amount">${moneyText(refund.amount, refund.currency)}</td>
        <td>${refund.status}</td>
      </tr>`,
  );
  return table("Refunds", ["Created", "Refund", "Charge", "Amount", "Status"], rows);
}

function deliveriesTable({ webhooks }: Simulator): Html {
  const rows = webhooks
    .deliveries()
    .toReversed()
    .map(
      (delivery) =>
        html`<tr>
          <td>${delivery.at}</td>
          <td>${delivery.type}</td>
          <td>${shortId(delivery.event)}</td>
          <td>${delivery.attempt}</td>
          <td>${delivery.status ?? delivery.error}</td>
        </tr>`,
    );
  return table("Webhook deliveries", ["Sent", "Event", "Id", "Attempt", "Answer"], rows);
}

function table(title: string, columns: readonly string[], rows: readonly Html[]): Html {
  if (rows.length === 0)
    return html`<h2>${title}</h2>
      <p>None yet.</p>`;
  return html`<h2>${title}</h2>
    <div class="scroll" role="region" aria-label="${title}" tabindex="0">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, SHOWN_ROWS)}
        </tbody>
      </table>
    </div>`;
}

function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function shortId(id: string): Html {
  return html`<code>${id.length > 20 ? `${id.slice(0, 20)}…` : id}</code>`;
}

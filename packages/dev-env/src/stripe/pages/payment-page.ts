import type Stripe from "stripe";
import type { CardErrors, CardField, CardForm } from "../payments/read-card-form.ts";
import { TEST_CARDS } from "../payments/test-cards.ts";
import { moneyText } from "../resources/money-text.ts";
import type { CheckoutRecord } from "../state/state.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { page } from "./page-layout.ts";

interface PaymentPage {
  readonly record: CheckoutRecord;
  readonly form: CardForm;
  /** What is wrong with single fields. */
  readonly errors: CardErrors;
  /** What the issuer said to the attempt before. */
  readonly declined: string | null;
}

/** The form in which a shopper enters a card; plain HTML that needs no script. */
export function paymentPage({ record, form, errors, declined }: PaymentPage): Html {
  const { session, lineItems } = record;
  const total = totalText(session);
  const failed = declined !== null || Object.keys(errors).length > 0;
  const content = html` <h1>Pay ${total}</h1>
    <ul class="lines" aria-label="What you pay for">
      ${lineItems.map(
        (item) =>
          html`<li>
            <span>${item.description ?? "Item"} × ${item.quantity ?? 1}</span>
            <span>${moneyText(item.amount_total, item.currency)}</span>
          </li>`,
      )}
      <li><span>Total</span><span>${total}</span></li>
    </ul>
    ${declined === null ? null : html`<p class="alert" role="alert">${declined}</p>`}
    <form class="card" method="post" action="/c/pay/${session.id}" novalidate autocomplete="off">
      ${field("card_number", "Card number", form, errors, 23)}
      <div class="pair">
        <div>${field("card_expiry", "Expiry (MM/YY)", form, errors, 7)}</div>
        <div>${field("card_cvc", "Security code (CVC)", form, errors, 4)}</div>
      </div>
      ${field("card_name", "Name on card", form, errors, 100)}
      <div class="actions">
        <button type="submit">Pay ${total}</button>
        ${session.cancel_url === null ? null : html`<a class="button quiet" href="${session.cancel_url}">Back</a>`}
      </div>
    </form>
    ${testCardHints()}`;
  return page(failed ? `Error: pay ${total}` : `Pay ${total}`, content);
}

/** 3-D Secure: the card's bank asks the shopper, here with two buttons. */
export function authenticationPage(session: Stripe.Checkout.Session): Html {
  const content = html` <h1>3-D Secure authentication</h1>
    <p>Your bank asks you to confirm a payment of <strong>${totalText(session)}</strong>.</p>
    <form class="card" method="post" action="/c/pay/${session.id}/authenticate">
      <div class="actions">
        <button type="submit" name="outcome" value="complete">Complete</button>
        <button type="submit" name="outcome" value="fail" class="quiet">Fail</button>
      </div>
    </form>`;
  return page("3-D Secure authentication", content);
}

/** What a session that is no longer open says to whoever comes to pay it. */
export function closedPage(session: Stripe.Checkout.Session, returnUrl: string | null): Html {
  const paid = session.status === "complete";
  const title = paid ? "This payment is already complete" : "This payment page has expired";
  const content = html` <h1>${title}</h1>
    <p>
      ${
        paid
          ? `${totalText(session)} was paid once. You have not been charged again.`
          : "Nothing was charged. Go back to the shop to start again."
      }
    </p>
    ${
      returnUrl === null
        ? null
        : html`<div class="actions">
            <a class="button" href="${returnUrl}">Return to the shop</a>
          </div>`
    }`;
  return page(title, content);
}

export function unknownPage(): Html {
  const content = html`<h1>Page not found</h1>
    <p>No payment page has this address. See the <a href="/">overview of this simulator</a>.</p>`;
  return page("Page not found", content);
}

function field(
  name: CardField,
  label: string,
  form: CardForm,
  errors: CardErrors,
  maxLength: number,
): Html {
  const error = errors[name];
  // The shopper, and a screen reader, start again at the first mistake.
  const focus = Object.keys(errors)[0] === name ? html` autofocus` : null;
  const invalid =
    error === undefined ? null : html`aria-invalid="true" aria-describedby="${name}-error"${focus}`;
  const keyboard = name === "card_name" ? "text" : "numeric";
  return html`<label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${form[name]}"
      required
      autocomplete="off"
      inputmode="${keyboard}"
      maxlength="${maxLength}"
      ${invalid}
    />
    ${error === undefined ? null : html`<p class="error" id="${name}-error">${error}</p>`}`;
}

function testCardHints(): Html {
  return html`<section class="hints" aria-labelledby="hints">
    <h2 id="hints">Test cards</h2>
    <dl>
      ${TEST_CARDS.map(
        ({ number, label }) =>
          html`<dt><code>${number.replace(/(\d{4})(?=\d)/g, "$1 ")}</code></dt>
            <dd>${label}</dd>`,
      )}
    </dl>
    <p>Any expiry in the future, any security code, any name. Never enter a real card here.</p>
  </section>`;
}

function totalText(session: Stripe.Checkout.Session): string {
  return moneyText(session.amount_total ?? 0, session.currency ?? "usd");
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type Stripe from "stripe";
import { finishAuthentication, payCheckout } from "../payments/pay-checkout.ts";
import type { PaymentResult } from "../payments/pay-checkout.ts";
import { cardFormOf, EMPTY_CARD_FORM, readCardForm } from "../payments/read-card-form.ts";
import type { CardForm } from "../payments/read-card-form.ts";
import { readBody } from "../protocol/read-body.ts";
import { currentCheckout } from "../resources/expire-checkout.ts";
import type { Simulator } from "../simulator.ts";
import type { CheckoutRecord } from "../state/state.ts";
import { sendPage } from "./page-layout.ts";
import { authenticationPage, closedPage, paymentPage, unknownPage } from "./payment-page.ts";

/** Serves `/c/pay/:session` and its 3-D Secure page, where `session.url` sends the shopper. */
export async function servePaymentPage(
  simulator: Simulator,
  message: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const body = message.method === "POST" ? new URLSearchParams(await readBody(message)) : null;
  const [, id = "", step] = /^\/c\/pay\/(\w+)(\/authenticate)?$/.exec(path) ?? [];
  const record = currentCheckout(simulator, id);
  if (record === undefined) return sendPage(response, 404, unknownPage());
  if (record.session.status !== "open") return sendClosed(response, record.session, body !== null);
  const visit = { simulator, response, record };
  if (step === undefined) return body === null ? showForm(visit) : submitCard(visit, body);
  return body === null ? showAuthentication(visit) : submitAuthentication(visit, body);
}

interface Visit {
  readonly simulator: Simulator;
  readonly response: ServerResponse;
  readonly record: CheckoutRecord;
}

function showForm({ response, record }: Visit): void {
  sendPage(
    response,
    200,
    paymentPage({ record, form: EMPTY_CARD_FORM, errors: {}, declined: null }),
  );
}

function submitCard(visit: Visit, body: URLSearchParams): void {
  const { simulator, response, record } = visit;
  const form = cardFormOf(body);
  const read = readCardForm(form, new Date(simulator.now()));
  if ("errors" in read) {
    sendPage(response, 422, paymentPage({ record, form, errors: read.errors, declined: null }));
  } else {
    sendResult(visit, payCheckout(simulator, record, read.card), form);
  }
}

function showAuthentication({ response, record }: Visit): void {
  if (record.authenticating === null) redirect(response, `/c/pay/${record.session.id}`);
  else sendPage(response, 200, authenticationPage(record.session));
}

function submitAuthentication(visit: Visit, body: URLSearchParams): void {
  const passed = body.get("outcome") === "complete";
  const result = finishAuthentication(visit.simulator, visit.record, passed);
  sendResult(visit, result, EMPTY_CARD_FORM);
}

function sendResult({ response, record }: Visit, result: PaymentResult, form: CardForm): void {
  switch (result.result) {
    case "paid":
      return redirect(response, successUrlOf(result.session) ?? "/");
    case "requires_action":
      return redirect(response, `/c/pay/${record.session.id}/authenticate`);
    case "declined": {
      const declined = result.message;
      return sendPage(response, 402, paymentPage({ record, form, errors: {}, declined }));
    }
    case "closed":
      return sendClosed(response, result.session, true);
  }
}

/** A look at a closed session is answered; an attempt to pay it is refused, and charges nothing. */
function sendClosed(
  response: ServerResponse,
  session: Stripe.Checkout.Session,
  attempted: boolean,
): void {
  const paid = session.status === "complete";
  const refusedStatus = paid ? 409 : 410;
  const returnUrl = paid ? successUrlOf(session) : session.cancel_url;
  sendPage(response, attempted ? refusedStatus : 200, closedPage(session, returnUrl));
}

/** Stripe puts the session's id where the shop's URL asks for it. */
function successUrlOf({ id, success_url }: Stripe.Checkout.Session): string | null {
  return success_url?.replaceAll("{CHECKOUT_SESSION_ID}", id) ?? null;
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { Location: location, "Cache-Control": "no-store" });
  response.end();
}

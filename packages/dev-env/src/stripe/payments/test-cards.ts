import type { CardFailure } from "../resources/charge-object.ts";

/** What a card does when it is asked to pay. */
export type CardBehaviour =
  | { readonly kind: "pays" }
  | { readonly kind: "asks_for_authentication" }
  | { readonly kind: "declines"; readonly failure: CardFailure };

/** One of Stripe's documented test cards. */
export interface TestCard {
  readonly number: string;
  readonly brand: string;
  /** What to expect of it, for the person at the payment page. */
  readonly label: string;
  readonly behaviour: CardBehaviour;
}

export const TEST_CARDS: readonly TestCard[] = [
  card("4242424242424242", "visa", "pays", { kind: "pays" }),
  card("5555555555554444", "mastercard", "pays", { kind: "pays" }),
  card("4000002500003155", "visa", "asks for 3-D Secure", { kind: "asks_for_authentication" }),
  card(
    "4000000000000002",
    "visa",
    "is declined",
    declines("generic_decline", "Your card was declined."),
  ),
  card(
    "4000000000009995",
    "visa",
    "has insufficient funds",
    declines("insufficient_funds", "Your card has insufficient funds."),
  ),
];

const NOT_A_TEST_CARD = declines(
  "test_mode_live_card",
  "Your card was declined. Your request was in test mode, but used a non test card. " +
    "Use one of the test cards listed below.",
);

export const AUTHENTICATION_FAILURE: CardFailure = {
  code: "payment_intent_authentication_failure",
  declineCode: null,
  message:
    "We are unable to authenticate your payment method. " +
    "Please choose a different payment method and try again.",
};

/** The test card of that number. Any other number is declined: real cards have no place here. */
export function testCard(number: string): TestCard {
  const digits = number.replace(/[\s-]/g, "");
  const known = TEST_CARDS.find((candidate) => candidate.number === digits);
  return known ?? card(digits, "unknown", "is declined", NOT_A_TEST_CARD);
}

function card(number: string, brand: string, label: string, behaviour: CardBehaviour): TestCard {
  return { number, brand, label, behaviour };
}

function declines(declineCode: string, message: string): CardBehaviour {
  return { kind: "declines", failure: { code: "card_declined", declineCode, message } };
}

import type { CardEntry } from "./pay-checkout.ts";

export type CardField = "card_number" | "card_expiry" | "card_cvc" | "card_name";

/** What the payment page's form sent, to be shown again when it has to be corrected. */
export type CardForm = Readonly<Record<CardField, string>>;
export type CardErrors = Partial<Record<CardField, string>>;

export const EMPTY_CARD_FORM: CardForm = {
  card_number: "",
  card_expiry: "",
  card_cvc: "",
  card_name: "",
};

export function cardFormOf(body: URLSearchParams): CardForm {
  const field = (name: CardField) => (body.get(name) ?? "").trim();
  return {
    card_number: field("card_number"),
    card_expiry: field("card_expiry"),
    card_cvc: field("card_cvc"),
    card_name: field("card_name"),
  };
}

/** The card in the form, or what is wrong with each field, in Stripe's words. */
export function readCardForm(
  form: CardForm,
  now: Date,
): { readonly card: CardEntry } | { readonly errors: CardErrors } {
  const number = form.card_number.replace(/[\s-]/g, "");
  const expiry = parseExpiry(form.card_expiry);
  const errors: CardErrors = {
    ...numberError(number),
    ...expiryError(expiry, now),
    ...(/^\d{3,4}$/.test(form.card_cvc)
      ? {}
      : { card_cvc: "Your card's security code is incomplete." }),
    ...(form.card_name === "" ? { card_name: "Enter the name on the card." } : {}),
  };
  if (expiry === null || Object.keys(errors).length > 0) return { errors };
  return { card: { number, ...expiry, name: form.card_name } };
}

interface Expiry {
  readonly expMonth: number;
  readonly expYear: number;
}

function parseExpiry(text: string): Expiry | null {
  const match = /^(\d{1,2})\s*[/-]?\s*(?:20)?(\d{2})$/.exec(text);
  if (match === null) return null;
  const expMonth = Number(match[1]);
  if (expMonth < 1 || expMonth > 12) return null;
  return { expMonth, expYear: 2000 + Number(match[2]) };
}

function numberError(number: string): CardErrors {
  if (number.length < 12) return { card_number: "Your card number is incomplete." };
  if (!passesLuhn(number)) return { card_number: "Your card number is invalid." };
  return {};
}

function expiryError(expiry: Expiry | null, now: Date): CardErrors {
  if (expiry === null) return { card_expiry: "Your card's expiration date is incomplete." };
  const firstMonthAfter = new Date(expiry.expYear, expiry.expMonth);
  return firstMonthAfter > now
    ? {}
    : { card_expiry: "Your card's expiration date is in the past." };
}

function passesLuhn(number: string): boolean {
  if (!/^\d+$/.test(number)) return false;
  const sum = number
    .split("")
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

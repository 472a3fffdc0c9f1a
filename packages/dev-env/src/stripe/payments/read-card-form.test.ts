import { expect, test } from "vitest";
import { EMPTY_CARD_FORM, readCardForm } from "./read-card-form.ts";

const NOW = new Date("2026-11-15T12:00:00");
const GOOD_FORM = {
  card_number: "4242 4242 4242 4242",
  card_expiry: "12 / 30",
  card_cvc: "123",
  card_name: "Asha Rao",
};

test("a complete form is a card", () => {
  expect(readCardForm(GOOD_FORM, NOW)).toEqual({
    card: { number: "4242424242424242", expMonth: 12, expYear: 2030, name: "Asha Rao" },
  });
});

test("an empty form is told what each field lacks", () => {
  expect(readCardForm(EMPTY_CARD_FORM, NOW)).toEqual({
    errors: {
      card_number: "Your card number is incomplete.",
      card_expiry: "Your card's expiration date is incomplete.",
      card_cvc: "Your card's security code is incomplete.",
      card_name: "Enter the name on the card.",
    },
  });
});

test("a number with a wrong digit is invalid", () => {
  const form = { ...GOOD_FORM, card_number: "4242 4242 4242 4241" };
  expect(readCardForm(form, NOW)).toEqual({
    errors: { card_number: "Your card number is invalid." },
  });
});

test("a card is good until its month is over", () => {
  expect(readCardForm({ ...GOOD_FORM, card_expiry: "11/26" }, NOW)).toHaveProperty("card");
  expect(readCardForm({ ...GOOD_FORM, card_expiry: "10/2026" }, NOW)).toEqual({
    errors: { card_expiry: "Your card's expiration date is in the past." },
  });
});

test.each(["13/30", "0/30", "1230x", "12/3"])("%s is no expiry", (card_expiry) => {
  expect(readCardForm({ ...GOOD_FORM, card_expiry }, NOW)).toHaveProperty("errors.card_expiry");
});

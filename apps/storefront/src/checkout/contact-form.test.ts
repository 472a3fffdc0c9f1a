import { expect, test } from "vitest";
import { contactForm } from "./contact-form.ts";

const blank = { name: "", phone: "", email: "", line1: "", landmark: "", note: "" };

test("someone who picks up needs no address and no e-mail", () => {
  const form = contactForm("pickup").parse({ ...blank, name: " Meera ", phone: "98860 00000" });
  expect(form).toMatchObject({ name: "Meera", phone: "98860 00000" });
  expect(form.email).toBeUndefined();
  expect(form.line1).toBeUndefined();
});

test("a delivery without an address names that field", () => {
  const result = contactForm("delivery").safeParse({
    ...blank,
    name: "Meera",
    phone: "98860 00000",
  });
  expect(result.error?.issues.map((issue) => issue.path)).toEqual([["line1"]]);
});

test("an e-mail address is checked only when there is one", () => {
  const wrong = { ...blank, name: "Meera", phone: "98860 00000", email: "meera@" };
  const result = contactForm("pickup").safeParse(wrong);
  expect(result.error?.issues.map((issue) => issue.path)).toEqual([["email"]]);
});

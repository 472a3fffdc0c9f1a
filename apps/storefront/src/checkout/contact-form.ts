import { Address, Contact, PlaceOrder, type FulfilmentMethod } from "@tuckshop/contracts/checkout";
import * as z from "zod/mini";
import type { ContactDraft } from "./contact-draft.ts";

const { name, phone, email } = Contact.shape;
const { line1, landmark } = Address.shape;
const { note } = PlaceOrder.shape;

/** A field left empty is a field not given. */
const blankable = <T extends z.ZodMiniType<unknown, string | undefined>>(schema: T) =>
  z.pipe(
    z.transform((text: string) => (text.trim() === "" ? undefined : text)),
    schema,
  );

/** The fields of one checkout by the contracts’ own rules; nobody is asked for an address to pick up at. */
export const contactForm = (method: FulfilmentMethod) =>
  z.object({
    name,
    phone,
    email: blankable(email),
    line1: method === "delivery" ? line1 : blankable(z.optional(line1)),
    landmark: blankable(landmark),
    note: blankable(note),
  });
export type ContactForm = z.infer<ReturnType<typeof contactForm>>;

/** What is wrong, as one would say it across the counter. */
export const fieldWords: Record<keyof ContactDraft, string> = {
  name: "Please tell us your name.",
  phone: "Please give a phone number with ten digits, like 98860 00000.",
  email: "This does not look like an e-mail address.",
  line1: "Please tell us where to bring it.",
  landmark: "Please keep the landmark under 120 letters.",
  note: "Please keep the note under 500 letters.",
};

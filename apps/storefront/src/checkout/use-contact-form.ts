import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import type { FulfilmentMethod } from "@tuckshop/contracts/checkout";
import { useEffect, useMemo } from "react";
import { useForm } from "react-hook-form";
import { contactDraft, keepContactDraft, type ContactDraft } from "./contact-draft.ts";
import { contactForm, fieldWords } from "./contact-form.ts";

/** The contact form with every keystroke kept for the next step, a reload and the way back. */
export function useContactForm(method: FulfilmentMethod) {
  const resolver = useMemo(() => standardSchemaResolver(contactForm(method)), [method]);
  const form = useForm({ defaultValues: contactDraft(), resolver, mode: "onTouched" });
  const { subscribe, formState } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => keepContactDraft(values),
      }),
    [subscribe],
  );
  const errorOf = (field: keyof ContactDraft) =>
    formState.errors[field] ? fieldWords[field] : undefined;
  return { register: form.register, handleSubmit: form.handleSubmit, errorOf };
}

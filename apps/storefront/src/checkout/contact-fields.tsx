import type { FulfilmentMethod } from "@tuckshop/contracts/checkout";
import { Button } from "@tuckshop/ui/button";
import { TextAreaField } from "@tuckshop/ui/text-area-field";
import { TextField } from "@tuckshop/ui/text-field";
import type { UseFormRegister } from "react-hook-form";
import type { ContactDraft } from "./contact-draft.ts";
import { useContactForm } from "./use-contact-form.ts";

type Props = { method: FulfilmentMethod; onDone: () => void };

/** At most six things to type, none of them lost by going back or reloading. */
export function ContactFields({ method, onDone }: Props) {
  const { register, handleSubmit, errorOf } = useContactForm(method);
  return (
    <form noValidate className="grid gap-5" onSubmit={(event) => void handleSubmit(onDone)(event)}>
      <TextField
        label="Full name"
        autoComplete="name"
        error={errorOf("name")}
        {...register("name")}
      />
      <TextField
        label="Mobile number"
        hint={
          method === "delivery"
            ? "So that we can call you at the gate. For nothing else."
            : "So that we can call you when it is ready. For nothing else."
        }
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        error={errorOf("phone")}
        {...register("phone")}
      />
      {method === "delivery" && <AddressFields register={register} errorOf={errorOf} />}
      <TextField
        label="E-mail"
        optional
        hint="For the receipt and a link that shows where your order is."
        type="email"
        inputMode="email"
        autoComplete="email"
        error={errorOf("email")}
        {...register("email")}
      />
      <TextAreaField
        label="Anything we should know?"
        optional
        error={errorOf("note")}
        {...register("note")}
      />
      <Button type="submit" className="w-full">
        Go on to paying
      </Button>
    </form>
  );
}

type AddressProps = {
  register: UseFormRegister<ContactDraft>;
  errorOf: (field: keyof ContactDraft) => string | undefined;
};

function AddressFields({ register, errorOf }: AddressProps) {
  return (
    <>
      <TextField
        label="House, street"
        autoComplete="street-address"
        error={errorOf("line1")}
        {...register("line1")}
      />
      <TextField
        label="Landmark"
        optional
        hint="What would you tell a friend? “Blue gate, opposite the park.”"
        error={errorOf("landmark")}
        {...register("landmark")}
      />
    </>
  );
}

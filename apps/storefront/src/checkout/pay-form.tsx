import type { Checkout, PaymentMethod } from "@tuckshop/contracts/checkout";
import { Button } from "@tuckshop/ui/button";
import { ChoiceCard } from "@tuckshop/ui/choice-card";
import { formatMoney } from "@tuckshop/ui/money";
import type { FormEvent } from "react";
import type { ContactForm } from "./contact-form.ts";
import { RefusalNote } from "./refusal-note.tsx";
import { usePay } from "./use-pay.ts";

type Props = {
  checkout: Checkout;
  contact: ContactForm;
  choice: PaymentMethod;
  setChoice: (choice: PaymentMethod) => void;
  /** While the browser is on its way to the provider, the page must not send it elsewhere. */
  setLeaving: (leaving: boolean) => void;
};

export function PayForm({ checkout, contact, choice, setChoice, setLeaving }: Props) {
  const { pay, isPending, error } = usePay(checkout, setLeaving);
  const totalBy = (method: PaymentMethod) => {
    const found = checkout.quote.payments.find((each) => each.method === method);
    return found ? formatMoney(found.total) : "";
  };
  const onDoor =
    checkout.fulfilment.method === "delivery" ? "when it arrives" : "when you pick it up";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) pay(choice, contact);
  };
  const busy = choice === "card" ? "Opening the payment page…" : "Writing your order down…";
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <fieldset className="grid gap-3">
        <legend className="sr-only">How would you like to pay?</legend>
        <ChoiceCard
          name="payment"
          value="card"
          title="Pay online now"
          detail="On a secure payment page. You come straight back here."
          aside={totalBy("card")}
          checked={choice === "card"}
          onChange={() => setChoice("card")}
        />
        <ChoiceCard
          name="payment"
          value="cash"
          title={`Cash ${onDoor}`}
          detail={`Please keep ${totalBy("cash")} ready.`}
          aside={totalBy("cash")}
          checked={choice === "cash"}
          onChange={() => setChoice("cash")}
        />
      </fieldset>
      <RefusalNote error={error} />
      <Button type="submit" className="w-full" busy={isPending && busy}>
        {choice === "card" ? `Pay ${totalBy("card")} online` : "Place order, pay cash"}
      </Button>
      <p className="text-small text-ink-2">
        You can press this as often as you like, go back, or lose signal. This order can only ever
        be charged once.
      </p>
    </form>
  );
}

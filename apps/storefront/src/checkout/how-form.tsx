import { useNavigate } from "@tanstack/react-router";
import { Pincode, type Fulfilment, type FulfilmentMethod } from "@tuckshop/contracts/checkout";
import { Button } from "@tuckshop/ui/button";
import { ChoiceCard } from "@tuckshop/ui/choice-card";
import { TextField } from "@tuckshop/ui/text-field";
import { useState, type FormEvent } from "react";
import { useShop } from "../use-shop.ts";
import { RefusalNote } from "./refusal-note.tsx";
import { useStartCheckout } from "./use-start-checkout.ts";
import { zoneWords } from "./zone-words.ts";

const pincodePlace = "tuckshop.pincode";

/** Pick up or delivery, and where to: the one thing the price still depends on. */
export function HowForm() {
  const shop = useShop();
  const navigate = useNavigate();
  const [method, setMethod] = useState<FulfilmentMethod>("delivery");
  const [pincode, setPincode] = useState(() => localStorage.getItem(pincodePlace) ?? "");
  const [asked, setAsked] = useState(false);
  const start = useStartCheckout();
  const wrongPincode = method === "delivery" && !Pincode.safeParse(pincode).success;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrongPincode || start.isPending) return;
    if (method === "delivery") localStorage.setItem(pincodePlace, pincode);
    const fulfilment: Fulfilment = method === "pickup" ? { method } : { method, pincode };
    start.mutate(fulfilment, {
      onSuccess: ({ id }) =>
        void navigate({ to: "/checkout/$checkoutId/who", params: { checkoutId: id } }),
    });
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      <MethodChoice method={method} onChoose={setMethod} />
      {method === "delivery" && (
        <TextField
          label="Pincode"
          hint={shop && zoneWords(shop, pincode)}
          error={asked && wrongPincode ? "A pincode has six digits, like 560038." : undefined}
          inputClassName="max-w-36 tabular-nums"
          inputMode="numeric"
          autoComplete="postal-code"
          maxLength={6}
          value={pincode}
          onChange={(event) => setPincode(event.currentTarget.value.replaceAll(/\D/g, ""))}
        />
      )}
      <RefusalNote error={start.error} onPickup={() => setMethod("pickup")} />
      <Button
        type="submit"
        className="w-full"
        busy={start.isPending && "Setting your things aside…"}
      >
        Hold my things and go on
      </Button>
      <p className="text-small text-ink-2">
        We set everything aside for {shop?.holdMinutes ?? 15} minutes while you finish.
      </p>
    </form>
  );
}

type ChoiceProps = { method: FulfilmentMethod; onChoose: (method: FulfilmentMethod) => void };

function MethodChoice({ method, onChoose }: ChoiceProps) {
  const shop = useShop();
  return (
    <fieldset className="grid gap-3">
      <legend className="sr-only">How would you like to get it?</legend>
      <ChoiceCard
        name="method"
        value="delivery"
        title="Bring it to me"
        detail="We walk it over from the shop."
        checked={method === "delivery"}
        onChange={() => onChoose("delivery")}
      />
      <ChoiceCard
        name="method"
        value="pickup"
        title="I’ll pick it up"
        detail={shop ? `${shop.address}. ${shop.hours}.` : "At the shop."}
        aside="free"
        checked={method === "pickup"}
        onChange={() => onChoose("pickup")}
      />
    </fieldset>
  );
}

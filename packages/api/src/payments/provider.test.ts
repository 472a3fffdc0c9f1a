import Stripe from "stripe";
import { expect, test, vi } from "vitest";
import { createProvider } from "./provider.ts";

const stripe = new Stripe("sk_test_1");
const outage = () => Promise.reject(new Stripe.errors.StripeConnectionError({ message: "down" }));
const refusal = () =>
  Promise.reject(new Stripe.errors.StripeInvalidRequestError({ message: "no" }));

// Red when every error counts as an outage: refusals then open the breaker.
test("S50 refusals are answers: however many there are, the next question is asked", async () => {
  const provider = createProvider(stripe);
  for (let count = 0; count < 20; count++) {
    await expect(provider.ask(refusal)).rejects.toThrow("no");
  }
  expect(await provider.ask(async () => "asked")).toBe("asked");
});

test("S50 after five outages nobody waits; then one question goes through and closes the breaker", async () => {
  vi.useFakeTimers();
  try {
    const provider = createProvider(stripe);
    for (let count = 0; count < 5; count++) {
      await expect(provider.ask(outage)).rejects.toThrow("down");
    }
    let asked = 0;
    const count = async () => ++asked;
    await expect(provider.ask(count)).rejects.toThrow(/breaker is open/i);
    expect(asked).toBe(0);
    vi.advanceTimersByTime(5_001);
    await expect(provider.ask(outage)).rejects.toThrow("down"); // the probe: still down
    await expect(provider.ask(count)).rejects.toThrow(/breaker is open/i);
    vi.advanceTimersByTime(5_001);
    expect(await provider.ask(count)).toBe(1);
    expect(await provider.ask(count)).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});

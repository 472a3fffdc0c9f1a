import { setProviderFaults } from "../payment-page.ts";
import type { Fault } from "./fault.ts";

/** One request in five, in eight ways. A decline is the shopper's card and no fault. */
const apiFaults = {
  delay: 0.04,
  hang: 0.015,
  late_hang: 0.015,
  server_error: 0.02,
  late_server_error: 0.02,
  lost_answer: 0.03,
  outage: 0.02,
  conflict: 0.02,
  rate_limit: 0.02,
};

const webhookFaults = {
  webhook_duplicate: 0.25,
  webhook_reorder: 0.2,
  webhook_delay: 0.2,
  webhook_withhold: 0.15,
};

/** Rules are tried in turn and the first that strikes wins: each is given its share of what is left. */
function rulesOf(kinds: Record<string, number>, seed: number): object[] {
  let left = 1;
  return Object.entries(kinds).map(([kind, share], at) => {
    const probability = share / left;
    left -= share;
    const ms = kind === "webhook_delay" ? { ms: 3_000 } : {};
    return { kind, probability, seed: seed + at, ...ms };
  });
}

/** Arms the simulator for as long as it goes on, and tells afterwards how often each kind struck. */
export const providerFaults =
  (...which: readonly ("api" | "webhooks")[]): Fault =>
  async (strikes) => {
    const { world, random, struck } = strikes;
    const { simulator } = world.shop;
    const rules = [
      ...(which.includes("api") ? rulesOf(apiFaults, random.between(1, 1e6)) : []),
      ...(which.includes("webhooks") ? rulesOf(webhookFaults, random.between(1, 1e6)) : []),
    ];
    const before = simulator.faultsStruck();
    await setProviderFaults(world, rules);
    await strikes.pause(Number.POSITIVE_INFINITY);
    await setProviderFaults(world, []);
    for (const [kind, count] of Object.entries(simulator.faultsStruck())) {
      const since = count - (before[kind] ?? 0);
      if (since > 0) struck.add(kind, since);
    }
  };

/** Nobody is there, and then everybody hangs. */
export const providerDown: Fault = async (strikes) => {
  const { world, struck } = strikes;
  let at = 0;
  while (strikes.goesOn()) {
    const kind = at++ % 2 === 0 ? "outage" : "hang";
    await setProviderFaults(world, [{ kind, probability: 1 }]);
    struck.add(`all ${kind}`);
    await strikes.pause(10_000);
  }
  await setProviderFaults(world, []);
};

import type { World } from "./world.ts";

/** Pays at the provider's page as a browser would; false when the page is closed or the card declined. */
export async function payPage({ shop }: World, url: string, card: string): Promise<boolean> {
  const session = /cs_\w+/.exec(url)?.[0];
  const response = await fetch(`${shop.simulator.url}/_control/pay`, {
    method: "POST",
    body: JSON.stringify({ session, card }),
  });
  const { result } = (await response.json()) as { result?: string };
  if (!result) throw new Error(`The payment page did not work: ${response.status}.`);
  return result === "paid";
}

/** Arms faults at the provider, or, without rules, disarms them all. */
export async function setProviderFaults({ shop }: World, rules: readonly object[]): Promise<void> {
  await fetch(`${shop.simulator.url}/_control/faults`, { method: "DELETE" });
  if (rules.length === 0) return;
  const response = await fetch(`${shop.simulator.url}/_control/faults`, {
    method: "POST",
    body: JSON.stringify(rules),
  });
  if (!response.ok) throw new Error(await response.text());
}

export type Load = {
  count: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
};

/** Until when a load goes on: for some seconds, or until so much has been done. */
export type Until = { seconds: number } | { count: number };

/** So many clients, each with its next piece of work as soon as the one before is done. */
export async function load(
  clients: number,
  until: Until,
  work: (client: number) => Promise<unknown>,
): Promise<Load> {
  const latencies: number[] = [];
  const start = performance.now();
  const deadline = "seconds" in until ? start + until.seconds * 1_000 : Infinity;
  let left = "count" in until ? until.count : Infinity;
  const run = async (client: number) => {
    while (performance.now() < deadline && left-- > 0) {
      const begun = performance.now();
      await work(client);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
  return summary(latencies, (performance.now() - start) / 1_000);
}

function summary(latencies: number[], seconds: number): Load {
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return {
    count: latencies.length,
    perSecond: latencies.length / seconds,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
  };
}

/** One line of a table of loads. */
export function loadLine(name: string, { perSecond, p50Ms, p95Ms, p99Ms }: Load): string {
  const figures = [p50Ms, p95Ms, p99Ms].map((ms) => ms.toFixed(1).padStart(9)).join("");
  return `${name.padEnd(52)}${perSecond.toFixed(0).padStart(9)}${figures}\n`;
}

export const loadHeading = `${"".padEnd(52)}${"per s".padStart(9)}${["p50 ms", "p95 ms", "p99 ms"]
  .map((title) => title.padStart(9))
  .join("")}\n`;

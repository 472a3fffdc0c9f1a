export type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Runs a piece of work and says in one line what it was and how long it took. */
export const printedStep: Step = async (name, work) => {
  const start = performance.now();
  const result = await work();
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  process.stdout.write(`  ${name.padEnd(44)} ${seconds.padStart(5)} s\n`);
  return result;
};

export const silentStep: Step = (_name, work) => work();

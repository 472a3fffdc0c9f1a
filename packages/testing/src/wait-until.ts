/** Asks again until the answer is not undefined, null or false; a test waits for conditions, never for time. */
export async function waitUntil<T>(
  ask: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  { seconds = 10, what = "the condition" }: { seconds?: number; what?: string } = {},
): Promise<T> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

import { AsyncLocalStorage } from "node:async_hooks";

const sent = new AsyncLocalStorage<string[]>();

/** Told of every statement that a test's database sends. */
export const noteStatement = (text: string): void => void sent.getStore()?.push(text);

/** The statements that one piece of work sends, BEGIN, COMMIT and ROLLBACK among them. */
export async function withStatements<T>(
  work: () => Promise<T>,
): Promise<{ outcome: PromiseSettledResult<T>; statements: string[] }> {
  const statements: string[] = [];
  const [outcome] = await sent.run(statements, () => Promise.allSettled([work()]));
  sent.getStore()?.push(...statements); // of the work that this one is a part of
  return { outcome, statements };
}

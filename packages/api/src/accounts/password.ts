import { hash, verify } from "@node-rs/argon2";

// OWASP's argon2id parameters: 19 MiB, two passes, one lane. Runs on the thread pool, not the event loop.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, parameters);

/** A hash of nothing, so that an unknown address costs the same time as a known one. */
const decoy = hashPassword("no such account");

export async function isPassword(
  password: string,
  storedHash: string | undefined,
): Promise<boolean> {
  const matches = await verify(storedHash ?? (await decoy), password);
  return storedHash !== undefined && matches;
}

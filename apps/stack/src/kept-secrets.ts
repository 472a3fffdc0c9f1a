import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod/mini";

const KeptSecrets = z.object({
  linkSecret: z.string(),
  stripeSecretKey: z.string(),
  webhookSecret: z.string(),
  objectStoreKeyId: z.string(),
  objectStoreSecret: z.string(),
  ownerPassword: z.string(),
});
export type KeptSecrets = z.infer<typeof KeptSecrets>;

/** The secrets of this one shop: made by chance at its first start, kept beside its data. */
export async function keptSecrets(directory: string): Promise<KeptSecrets> {
  const file = path.join(directory, "secrets.json");
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept !== undefined) return KeptSecrets.parse(JSON.parse(kept));
  const made: KeptSecrets = {
    linkSecret: secret(32),
    stripeSecretKey: `sk_test_${secret(18)}`,
    webhookSecret: `whsec_${secret(24)}`,
    objectStoreKeyId: randomBytes(10).toString("hex").toUpperCase(),
    objectStoreSecret: secret(30),
    ownerPassword: secret(12),
  };
  await mkdir(directory, { recursive: true });
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

const secret = (bytes: number): string =>
  randomBytes(bytes).toString("base64url").replace(/[-_]/g, "x");

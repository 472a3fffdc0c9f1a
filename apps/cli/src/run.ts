import { askPassword } from "./ask-password.ts";
import type { Invocation } from "./command-line.ts";
import { importProducts } from "./commands/import-products.ts";
import { listJobs } from "./commands/list-jobs.ts";
import { listOrders } from "./commands/list-orders.ts";
import { listStock } from "./commands/list-stock.ts";
import { listWebhooks } from "./commands/list-webhooks.ts";
import { receiveStock } from "./commands/receive-stock.ts";
import { redriveJobs } from "./commands/redrive-jobs.ts";
import { redriveWebhook } from "./commands/redrive-webhook.ts";
import { signIn } from "./commands/sign-in.ts";
import { signOut } from "./commands/sign-out.ts";
import { chosenSession, connect, shopAddress } from "./connection.ts";
import type { CliEnv } from "./env.ts";
import { failureText } from "./failure-text.ts";
import type { Print } from "./print.ts";
import type { Progress } from "./progress.ts";
import { sessionFile, type SessionFile } from "./session-file.ts";
import { usage } from "./usage.ts";
import { UsageError, UserError } from "./user-error.ts";

export type Terminal = { print: Print; progress: Progress };

/** All but the doctor and the proof ask the shop, and nothing else. */
type ShopInvocation = Exclude<Invocation, { command: "doctor" | "prove" }>;

/** Runs what was asked for. False when it was done only in part. */
export async function run(
  invocation: ShopInvocation,
  env: CliEnv,
  terminal: Terminal,
): Promise<boolean> {
  const sessions = sessionFile(env.XDG_CONFIG_HOME);
  switch (invocation.command) {
    case "help":
      terminal.print(usage.trimEnd());
      return true;
    case "sign-in":
      return await runSignIn(invocation, env, sessions, terminal);
    case "sign-out": {
      const kept = await sessions.read();
      const shop = kept && connect(kept.url, kept.token);
      return await answered(kept?.url, async () => {
        await signOut(shop, sessions, terminal.print);
        return true;
      });
    }
    default:
      return await runInShop(invocation, env, sessions, terminal);
  }
}

async function runSignIn(
  { url: given, email }: Extract<Invocation, { command: "sign-in" }>,
  env: CliEnv,
  sessions: SessionFile,
  { print }: Terminal,
): Promise<boolean> {
  const address = given ?? env.TUCKSHOP_URL;
  if (!address) throw new UsageError("Which shop? --url is missing.");
  const url = shopAddress(address);
  const password = env.TUCKSHOP_PASSWORD ?? (await askPassword());
  return await answered(url, async () => {
    await signIn(connect(url), sessions, { url, email, password }, print);
    return true;
  });
}

type InShop = Exclude<ShopInvocation, { command: "help" | "sign-in" | "sign-out" }>;

async function runInShop(
  invocation: InShop,
  env: CliEnv,
  sessions: SessionFile,
  terminal: Terminal,
): Promise<boolean> {
  const { url, token } = chosenSession(env, await sessions.read());
  const shop = connect(url, token);
  return await answered(url, async () => {
    switch (invocation.command) {
      case "import":
        return await importProducts(shop, invocation, terminal);
      case "orders list":
        await listOrders(shop, invocation, terminal.print);
        break;
      case "stock receive":
        await receiveStock(shop, invocation.delivery, terminal.print);
        break;
      case "webhooks list":
        await listWebhooks(shop, invocation, terminal.print);
        break;
      case "webhooks redrive":
        await redriveWebhook(shop, invocation.eventId, terminal.print);
        break;
      case "jobs list":
        await listJobs(shop, invocation, terminal.print);
        break;
      case "jobs redrive":
        await redriveJobs(shop, invocation.which, terminal.print);
        break;
      case "stock levels":
        await listStock(shop, invocation, terminal.print);
        break;
    }
    return true;
  });
}

/** Whatever goes wrong on the way to the shop becomes the one line that names it. */
async function answered(url: string | undefined, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    throw new UserError(failureText(error, url), { cause: error });
  }
}

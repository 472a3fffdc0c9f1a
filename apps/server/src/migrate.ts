import { openDemoShop } from "@tuckshop/api/accounts/open-demo-shop";
import { createClient } from "@tuckshop/db/client";
import { migrate } from "@tuckshop/db/migrate";
import { readMigrateEnv } from "./env.ts";

// Run once before a new version of server and worker starts: `node apps/server/dist/migrate.js`.
const { DATABASE_URL: url, OWNER_EMAIL: email, OWNER_PASSWORD: password } = readMigrateEnv();
const applied = await migrate(url);
const report = applied.length > 0 ? `Applied ${applied.join(", ")}.` : "Nothing to apply.";
process.stdout.write(`${report}\n`);

// A database without a shop gets the demo shop, for the owner to make their own.
if (email && password) {
  const { db, close } = createClient({ url, connectionsMax: 1 });
  const opened = await openDemoShop(db, { email, password });
  if (opened) process.stdout.write(`Opened the shop for ${email}.\n`);
  await close();
}

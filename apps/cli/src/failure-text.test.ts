import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { connect } from "./connection.ts";
import { failureText } from "./failure-text.ts";

async function refusedAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

test("a shop that does not answer is one line that names it", async () => {
  const url = await refusedAddress();
  const failure: unknown = await connect(url)
    .shop.info.query()
    .catch((error: unknown) => error);
  expect(failureText(failure, url)).toBe(`${url} does not answer (ECONNREFUSED).`);
});

test("a file that is not there is named, and any other error is its message", () => {
  const missing = Object.assign(new Error("ENOENT: no such file"), {
    code: "ENOENT",
    path: "a.csv",
  });
  expect(failureText(missing, undefined)).toBe("There is no file a.csv.");
  expect(failureText(new Error("Just so."), undefined)).toBe("Just so.");
});

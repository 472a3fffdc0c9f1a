import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { chosenSession } from "./connection.ts";
import { sessionFile } from "./session-file.ts";

async function newFile() {
  const home = await mkdtemp(path.join(tmpdir(), "tuckshop-cli-"));
  onTestFinished(() => rm(home, { recursive: true }));
  return { sessions: sessionFile(home), file: path.join(home, "tuckshop", "session.json") };
}

const session = { url: "https://shop.example", token: "secret" };

test("a kept session is read again, and only its owner can read its file", async () => {
  const { sessions, file } = await newFile();
  expect(await sessions.read()).toBeUndefined();
  await sessions.keep(session);
  expect(await sessions.read()).toEqual(session);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(path.dirname(file))).toEqual(["session.json"]);
});

test("a file that others could read is closed to them by the next session", async () => {
  const { sessions, file } = await newFile();
  await sessions.keep(session);
  await chmod(file, 0o644);
  await sessions.keep({ ...session, token: "another" });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("a spoilt file is no session, and a removed one neither", async () => {
  const { sessions, file } = await newFile();
  await sessions.keep(session);
  for (const text of ["{", "{}", '{"url": 1, "token": 2}']) {
    await writeFile(file, text);
    expect(await sessions.read()).toBeUndefined();
  }
  await sessions.remove();
  await sessions.remove();
  expect(await sessions.read()).toBeUndefined();
});

const env = {
  XDG_CONFIG_HOME: "/nowhere",
  TUCKSHOP_URL: undefined,
  TUCKSHOP_TOKEN: undefined,
  TUCKSHOP_PASSWORD: undefined,
};

test("the environment goes before the kept session", () => {
  expect(chosenSession(env, session)).toEqual(session);
  expect(chosenSession({ ...env, TUCKSHOP_TOKEN: "mine" }, session).token).toBe("mine");
  const both = { ...env, TUCKSHOP_URL: "http://localhost:4000/", TUCKSHOP_TOKEN: "mine" };
  expect(chosenSession(both, undefined)).toEqual({ url: "http://localhost:4000", token: "mine" });
});

test("a kept token is sent to no other shop than the one that gave it", () => {
  expect(chosenSession({ ...env, TUCKSHOP_URL: "https://shop.example/" }, session)).toEqual(
    session,
  );
  expect(() => chosenSession({ ...env, TUCKSHOP_URL: "https://other.example" }, session)).toThrow(
    "Please sign in first",
  );
  expect(() => chosenSession(env, undefined)).toThrow("Please sign in first");
});

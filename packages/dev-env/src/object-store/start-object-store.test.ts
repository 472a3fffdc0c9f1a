import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { startObjectStore } from "./start-object-store.ts";
import { BUCKET, credentials, openTestStore, refusalOf } from "./test-store.ts";

const object = { Bucket: BUCKET, Key: "mugs/../blue.txt" };
const get = new GetObjectCommand(object);
const put = (Body: string) =>
  new PutObjectCommand({ ...object, Body, Metadata: { sku: "MUG-BLUE" } });

async function openDirectory() {
  const path = await mkdtemp(join(tmpdir(), "object-store-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

test("objects on disk outlive the store", async () => {
  await using directory = await openDirectory();
  {
    await using store = await openTestStore({ directory: directory.path });
    await store.client.send(put("a red mug"));
    await store.client.send(put("a blue mug"));
  }
  await using store = await openTestStore({ directory: directory.path, buckets: [] });
  const kept = await store.client.send(get);
  expect(await kept.Body?.transformToString()).toBe("a blue mug");
  expect(kept.Metadata).toEqual({ sku: "MUG-BLUE" });
});

test("an object replaced or deleted on disk leaves no file behind", async () => {
  await using directory = await openDirectory();
  await using store = await openTestStore({ directory: directory.path });
  const files = () => readdir(join(directory.path, BUCKET));

  await store.client.send(put("a red mug"));
  await store.client.send(put("a blue mug"));
  expect(await files()).toHaveLength(2);
  await store.client.send(new DeleteObjectCommand(object));
  expect(await files()).toEqual([]);
});

test("objects in memory end with the store", async () => {
  {
    await using store = await openTestStore();
    await store.client.send(put("a blue mug"));
  }
  await using store = await openTestStore();
  expect(await refusalOf(store.client.send(get))).toMatchObject({ code: "NoSuchKey" });
});

test("a port that is taken is refused at once", async () => {
  await using store = await openTestStore();
  const second = startObjectStore({ ...credentials, buckets: [], port: store.port });
  await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("a stopped store has let go of its port and of idle connections", async () => {
  const { port, client, stop } = await openTestStore();
  await client.send(put("a blue mug"));
  await stop();
  await using again = await openTestStore({ port });
  expect(again.port).toBe(port);
  client.destroy();
});

async function dial(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {}); // A reset is among the answers that a broken client may get.
  await once(socket, "connect");
  return socket;
}

test.each([
  ["speaks nonsense", "\u0000\u0001nonsense\r\n\r\n"],
  ["sends a header without an end", `GET / HTTP/1.1\r\nx: ${"x".repeat(100_000)}`],
  [
    "asks for a path that is no UTF-8",
    "GET /media/%ff HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
  ],
  ["asks for a whole address", "GET http://x/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"],
  [
    "hides a second body length",
    "PUT / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
  ],
])("a client that %s is answered or cut off, and the store lives on", async (_name, sent) => {
  await using store = await openTestStore();
  const socket = await dial(store.port);
  const closed = once(socket, "close");
  socket.resume().write(sent);
  await closed;
  expect(await store.client.send(put("a blue mug"))).toHaveProperty("ETag");
});

test("a client that hangs up within its upload leaves no object, and the store lives on", async () => {
  await using store = await openTestStore();
  const socket = await dial(store.port);
  const answered = once(socket, "data");
  // Form uploads are read before they are checked, so this one is being read when it breaks off.
  socket.write(
    `POST /${BUCKET} HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 1000\r\ncontent-type: multipart/form-data; boundary=b\r\n\r\n`,
  );
  await answered;
  socket.write("--b\r\n");
  socket.resetAndDestroy();
  await once(socket, "close");
  expect(await store.client.send(put("a blue mug"))).toHaveProperty("ETag");
});

// Loaded by `node --import` into a built app that is to die at one boundary, named in this module's
// own query string. It wraps what the app calls anyway, so that the app holds no trace of it.
import { AsyncLocalStorage } from "node:async_hooks";
import { writeFileSync } from "node:fs";
import http from "node:http";
import { createRequire, syncBuiltinESMExports } from "node:module";

const asked = new URL(import.meta.url).searchParams;
const point = JSON.parse(asked.get("point") ?? "{}");
const runningOp = new AsyncLocalStorage();

const isHere = (at, when) =>
  point.at === at && point.when === when && runningOp.getStore() === point.op;

function die() {
  writeFileSync(asked.get("mark") ?? "", point.name);
  process.kill(process.pid, "SIGKILL");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); // nothing more happens here
}

// Which procedure or webhook a request is.
const emit = Reflect.get(http.Server.prototype, "emit");
http.Server.prototype.emit = function (event, ...args) {
  const pass = () => Reflect.apply(emit, this, [event, ...args]);
  if (event !== "request") return pass();
  const [path = ""] = (args[0].url ?? "").split("?");
  return runningOp.run(path.replace(/^\/(trpc\/)?/, ""), pass);
};

// Which topic a job is: the table of tasks is a plain object that the queue's list is made from.
if (point.app === "worker") {
  const { tasks } = await import(new URL("../../../api/dist/tasks.js", import.meta.url).href);
  for (const [topic, task] of Object.entries(tasks)) {
    tasks[topic] = (...args) => runningOp.run(topic, () => task(...args));
  }
}

// What a connection's transaction has written so far, and the moment of its COMMIT.
const requireOfDb = createRequire(new URL("../../../db/package.json", import.meta.url));
const { Client } = requireOfDb("pg");
const { query } = Client.prototype;
const written = new WeakMap();

Client.prototype.query = function (...args) {
  const text = typeof args[0] === "string" ? args[0] : (args[0]?.text ?? "");
  const place = placeOf(this, text);
  if (place && isHere(place, "before")) die();
  const result = query.apply(this, args);
  if (place && isHere(place, "sent")) die();
  if (!place || !isHere(place, "after") || typeof result?.then !== "function") return result;
  return result.then(die);
};

/** What of the point this statement is, if it is anything of it. */
function placeOf(client, text) {
  const word = text.trimStart().slice(0, 6).toLowerCase();
  if (word.startsWith("begin") || word.startsWith("start")) {
    written.set(client, "");
    return undefined;
  }
  if (word === "commit") {
    const texts = written.get(client) ?? "";
    const wrote = /\b(insert into|update|delete from) /.test(texts.replaceAll("for update", ""));
    return wrote && texts.includes(point.text ?? "") ? "commit" : undefined;
  }
  written.set(client, `${written.get(client) ?? ""}\n${text}`);
  return point.text && text.includes(point.text) ? "statement" : undefined;
}

// The only requests of an app are those to the payment provider.
const { request } = http;
http.request = (...args) => {
  if (isHere("provider", "before")) die();
  const sent = request(...args);
  if (isHere("provider", "after")) sent.prependListener("response", die);
  return sent;
};
syncBuiltinESMExports();

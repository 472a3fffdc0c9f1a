import { expect, test } from "vitest";
import { parseCommandLine } from "./command-line.ts";
import { UsageError } from "./user-error.ts";

test.each([
  ["help", { command: "help" }],
  ["--help", { command: "help" }],
  ["import --help", { command: "help" }],
  ["sign-out", { command: "sign-out" }],
  [
    "sign-in --url https://shop.example --email a@b.example",
    { command: "sign-in", url: "https://shop.example", email: "a@b.example" },
  ],
  ["import a.csv", { command: "import", file: "a.csv", category: "snacks" }],
  ["import --category tea a.csv", { command: "import", file: "a.csv", category: "tea" }],
  ["orders list", { command: "orders list", states: [], limit: 100, json: false }],
  [
    "orders list --state packed --state confirmed --state packed --limit 7 --json",
    { command: "orders list", states: ["packed", "confirmed"], limit: 7, json: true },
  ],
  [
    "stock receive kulfi-1 12 --reason delivery",
    {
      command: "stock receive",
      delivery: { sku: "KULFI-1", quantity: 12, reason: "delivery" },
    },
  ],
  ["stock levels --low", { command: "stock levels", low: true, json: false }],
  [
    "webhooks list --state dead --json",
    { command: "webhooks list", states: ["dead"], limit: 100, json: true },
  ],
  ["webhooks redrive evt_1NG8", { command: "webhooks redrive", eventId: "evt_1NG8" }],
  ["jobs list", { command: "jobs list", state: undefined, limit: 100, json: false }],
  ["jobs list --state dead", { command: "jobs list", state: "dead", limit: 100, json: false }],
  ["jobs redrive 7", { command: "jobs redrive", which: { what: "job", jobId: 7 } }],
  [
    "jobs redrive --topic refund.send",
    { command: "jobs redrive", which: { what: "topic", topic: "refund.send" } },
  ],
  ["doctor", { command: "doctor", json: false }],
  ["doctor --json", { command: "doctor", json: true }],
  ["prove", { command: "prove", full: false, seed: undefined, only: [], json: undefined }],
  [
    "prove --full --seed 7 --only kill --json r",
    { command: "prove", full: true, seed: "7", only: ["kill"], json: "r" },
  ],
])("“%s” is understood", (line, invocation) => {
  expect(parseCommandLine(line.split(" "))).toEqual(invocation);
});

test.each([
  ["", "Which command?"],
  ["fly", 'There is no command "fly".'],
  ["orders fly", 'There is no command "orders fly".'],
  ["import", "Which file?"],
  ["webhooks list --state lost", 'An event is never "lost", but: received, applied'],
  ["webhooks redrive 7", '"7" is not the id of an event'],
  ["jobs redrive", "Which? The number of one job"],
  ["jobs redrive 7 --topic refund.send", "Which? The number of one job"],
  ["jobs redrive x", '"x" is not the number of a job.'],
  ["jobs redrive --topic x", 'There is no topic "x".'],
  ["import a.csv b.csv", '"b.csv" is one word too many.'],
  ["import a.csv --category Tea", '"Tea" is no counter'],
  ["import a.csv --colour red", "Unknown option '--colour'."],
  ["sign-in", "--email is missing"],
  ["sign-in --email a@b.example --url shop", '"shop" is not an address'],
  ["sign-in --email a@b.example --url file:///etc", '"file:///etc" is not an address'],
  ["orders list --state lost", 'An order is never "lost"'],
  ["orders list --limit 0", "--limit takes a number from 1"],
  ["orders list --limit 1.5", "--limit takes a number from 1"],
  ["orders list --json=yes", "does not take an argument"],
  ["prove --quick --full", "A proof is --quick or --full."],
  ["doctor who", '"who" is one word too many.'],
  ["stock receive", '"" is not a SKU.'],
  ["stock receive KULFI 1", "--reason"],
  ["stock receive KULFI 0 --reason x", '"0" is not a number of pieces'],
  ["stock receive KULFI 1e3 --reason x", '"1e3" is not a number of pieces'],
  ["stock receive KULFI -1 --reason x", "Unknown option '-1'."],
])("“%s” is refused with a reason: %s", (line, reason) => {
  const parse = () => parseCommandLine(line.split(" ").filter(Boolean));
  expect(parse).toThrow(UsageError);
  expect(parse).toThrow(reason);
});

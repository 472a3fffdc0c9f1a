/** A place in the code at which a process dies, once. `crash-preload.mjs` finds it from outside. */
export type CrashPoint = {
  name: string;
  app: "server" | "worker";
  /** What runs then: a procedure, `webhooks/stripe`, or a job's topic. */
  op: string;
  /** A COMMIT of something written, a single statement, or a request to the payment provider. */
  at: "commit" | "statement" | "provider";
  /** `sent`: COMMIT has left, its answer is not heard. `after`: the answer is here, nobody is told. */
  when: "before" | "sent" | "after";
  /** What the statement, or one of the transaction's, contains. */
  text?: string;
};

type Place = Omit<CrashPoint, "name" | "when">;

const points = (place: Place, ...whens: CrashPoint["when"][]): CrashPoint[] =>
  whens.map((when) => ({ ...place, when, name: nameOf(place, when) }));

const nameOf = ({ app, op, at, text }: Place, when: CrashPoint["when"]): string => {
  const what = text ? `${at} of ${text.replace(/^.* /, "").replaceAll('"', "")}` : at;
  return `${app} ${op}: ${when} ${what}`;
};

const commit = (app: CrashPoint["app"], op: string, text?: string): Place => ({
  app,
  op,
  at: "commit",
  ...(text ? { text } : {}),
});
const provider = (app: CrashPoint["app"], op: string): Place => ({ app, op, at: "provider" });

const commands = ["bag.put", "checkout.start", "checkout.place", "order.cancel"];
const smallCommands = ["checkout.extendHold", "staff.stock.receive", "staff.orders.act"];

const serverPoints: readonly CrashPoint[] = [
  ...commands.flatMap((op) => points(commit("server", op), "before", "sent", "after")),
  ...smallCommands.flatMap((op) => points(commit("server", op), "before", "after")),
  // Closes the card payment at the provider, and then is a command.
  ...points(provider("server", "payment.payCash"), "before", "after"),
  ...points(commit("server", "payment.payCash", 'insert into "payment"'), "before", "after"),
  ...["payment.open", "payment.sync"].flatMap((op) => [
    ...points(provider("server", op), "before", "after"),
    ...points(commit("server", op), "before", "after"),
  ]),
  ...points(commit("server", "webhooks/stripe"), "before", "sent", "after"),
];

const workerPoints: readonly CrashPoint[] = [
  ...["payment.open", "payment.close", "refund.send"].flatMap((op) => [
    ...points(provider("worker", op), "before", "after"),
    ...points(commit("worker", op), "before", "after"),
  ]),
  ...points(provider("worker", "webhook.apply"), "before", "after"),
  ...points(commit("worker", "webhook.apply", "captured_minor"), "before", "after"),
  ...points(commit("worker", "webhook.apply", 'from "webhook_event"'), "before", "after"),
  // The mail is between the look whether it went out and the row that says so.
  ...points(
    { app: "worker", op: "order.confirmed", at: "statement", text: "insert into effect" },
    "after",
  ),
  ...points(
    { app: "worker", op: "order.confirmed", at: "statement", text: "update effect set done_at" },
    "before",
    "after",
  ),
  ...points(commit("worker", "checkout.sweep", 'from "checkout"'), "before", "after"),
  ...points(commit("worker", "checkout.sweep", 'from "orders"'), "before", "after"),
  ...points(provider("worker", "payment.sweep"), "before", "after"),
  ...points(commit("worker", "payment.sweep"), "before", "after"),
];

/** Every boundary of a purchase and of its tasks. */
export const crashPoints: readonly CrashPoint[] = [...serverPoints, ...workerPoints];

import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "../protocol/read-body.ts";
import { paidCharges } from "../resources/charges.ts";
import { bounceRefund } from "../resources/refunds.ts";
import type { Simulator } from "../simulator.ts";
import { parseFaultRules } from "./fault-rule.ts";
import { payByControl } from "./pay-by-control.ts";

/** Serves `/_control`: what tests and demonstrations do to the simulator behind the API's back. */
export async function serveControl(
  simulator: Simulator,
  message: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  try {
    const answer = await answerOf(simulator, `${message.method} ${path}`, message);
    if (answer === null)
      sendJson(response, 404, { error: `No control ${message.method} ${path}.` });
    else sendJson(response, 200, answer);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    sendJson(response, 400, { error: error.message });
  }
}

async function answerOf(
  simulator: Simulator,
  command: string,
  message: IncomingMessage,
): Promise<object | null> {
  const { faults, webhooks } = simulator;
  switch (command) {
    case "GET /_control/journal":
      return journalOf(simulator);
    case "GET /_control/faults":
      return { faults: faults.rules() };
    case "POST /_control/faults":
      for (const rule of parseFaultRules(JSON.parse(await readBody(message)))) faults.arm(rule);
      return { faults: faults.rules() };
    case "DELETE /_control/faults":
      faults.clear();
      return { faults: [] };
    case "POST /_control/webhooks/release":
      return { released: webhooks.release() };
    case "POST /_control/pay":
      return payByControl(simulator, JSON.parse(await readBody(message)));
    case "POST /_control/refunds/bounce":
      return bounceRefund(simulator, refundOf(JSON.parse(await readBody(message))));
    default:
      return null;
  }
}

function refundOf(json: unknown): string {
  const fields = new Map(Object.entries(json ?? {}));
  const refund: unknown = fields.get("refund");
  if (typeof refund !== "string") throw new TypeError("refund is a refund's id.");
  return refund;
}

function journalOf({ journal, state, webhooks }: Simulator): object {
  return {
    requests: journal.requests(),
    charges: paidCharges(state),
    refunds: state.refunds.newestFirst().toReversed(),
    deliveries: webhooks.deliveries(),
    withheld: webhooks.withheld(),
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify(body, null, 2));
}

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { serveControl } from "./control/serve-control.ts";
import { overviewPage } from "./pages/overview-page.ts";
import { sendPage } from "./pages/page-layout.ts";
import { unknownPage } from "./pages/payment-page.ts";
import { servePaymentPage } from "./pages/serve-payment-page.ts";
import { ApiServer } from "./protocol/api-server.ts";
import type { Simulator } from "./simulator.ts";

/** Sends each request to what answers it: the API, the controls, or a page. */
export function requestListener(simulator: Simulator): RequestListener {
  const api = new ApiServer(simulator);

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(message.url ?? "/", simulator.publicUrl);
    const path = url.pathname;
    if (path.startsWith("/v1/")) return api.serve(message, response, url);
    if (path.startsWith("/_control/")) return serveControl(simulator, message, response, path);
    if (path.startsWith("/c/pay/")) return servePaymentPage(simulator, message, response, path);
    if (path === "/") return sendPage(response, 200, overviewPage(simulator));
    sendPage(response, 404, unknownPage());
  }

  return (message, response) => {
    // Whatever goes wrong here has no answer in Stripe's API, so the connection ends without one.
    serve(message, response).catch(() => response.destroy());
  };
}

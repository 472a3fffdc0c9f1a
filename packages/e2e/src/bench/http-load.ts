import { Agent, request } from "node:http";

export type Answer = { status: number; body: string; headers: NodeJS.Dict<string | string[]> };

/** A caller that costs the machine little: one kept connection a client, no client library. */
export function httpLoad(clients: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });

  const call = (
    base: string,
    procedure: string,
    input: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(input);
      const outgoing = request(
        `${base}/trpc/${procedure}`,
        {
          agent,
          method: "POST",
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            ...headers,
          },
        },
        (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (part: string) => (text += part));
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
          );
          response.on("error", reject);
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });

  return { call, close: () => agent.destroy() };
}

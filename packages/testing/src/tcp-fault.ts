import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type TcpFault = {
  port: number;
  /**
   * Cuts the connection that next sends bytes containing `text`: before they are passed on, or
   * after, when the other side has them but its answer is lost. Resolves when it happened.
   */
  cutOn: (text: string, when: "before" | "after") => Promise<void>;
  stop: () => Promise<void>;
};

const deliveryMs = 50;

/** A wire that can break: passes TCP through to a port of loopback until it is told to cut. */
export async function tcpFault(targetPort: number): Promise<TcpFault> {
  const sockets = new Set<Socket>();
  let armed: { text: string; when: "before" | "after"; done: () => void } | undefined;

  const server = createServer((client) => {
    const target = connect(targetPort, "127.0.0.1");
    const cut = () => {
      client.destroy();
      target.destroy();
    };
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on("error", cut).on("close", () => {
        sockets.delete(socket);
        cut();
      });
    }
    client.on("data", (bytes: Buffer) => {
      const fault = armed && bytes.includes(armed.text) ? armed : undefined;
      if (fault) armed = undefined;
      if (fault?.when !== "before") target.write(bytes);
      if (!fault) return;
      client.destroy(); // nothing that is answered from now on arrives
      setTimeout(cut, deliveryMs);
      fault.done();
    });
    target.on("data", (bytes: Buffer) => {
      if (!client.destroyed) client.write(bytes);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return {
    port: address.port,
    cutOn: (text, when) => new Promise((done) => (armed = { text, when, done })),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

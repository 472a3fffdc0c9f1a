import { createServer } from "node:net";

/** Those of these ports that somebody listens on already, by the variable that moves each. */
export async function busyPorts(ports: Record<string, number>): Promise<string[]> {
  const busy = await Promise.all(
    Object.entries(ports).map(async ([variable, port]) =>
      (await isFree(port))
        ? []
        : [`Port ${port} is in use by another program. Set ${variable} to a free one.`],
    ),
  );
  return busy.flat();
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

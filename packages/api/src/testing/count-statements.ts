import type { Client } from "@tuckshop/db/client";

type Pool = Client["pool"];

/** The SQL statements that one piece of work sends, without the BEGIN and COMMIT around them. */
export async function countStatements<T>(
  pool: Pool,
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const connect = pool.connect.bind(pool);
  pool.connect = (async () => {
    const client = await connect();
    const query = client.query.bind(client);
    client.query = ((...args: unknown[]) => {
      const text = typeof args[0] === "string" ? args[0] : "";
      if (!/^(begin|commit|rollback|start transaction)/i.test(text)) statements.push(text);
      return Reflect.apply(query, client, args);
    }) as typeof client.query;
    const release = client.release.bind(client);
    client.release = (error) => {
      client.query = query;
      client.release = release;
      release(error);
    };
    return client;
  }) as typeof pool.connect;
  try {
    return { result: await work(), statements };
  } finally {
    pool.connect = connect;
  }
}

import { once } from "node:events";
import { connect } from "node:net";
import { startRedis } from "@tuckshop/dev-env/redis/start-redis";
import { shellEnv } from "../../env.ts";
import type { Fault } from "./fault.ts";

/** Stalled, flushed, killed and back: nothing may be wrong, only slower. */
export const redisFaults: Fault = async (strikes) => {
  const { world, struck, goesOn } = strikes;
  while (goesOn()) {
    const { redis } = world.shop;
    if (!redis) return; // the machine has none
    process.kill(redis.pid, "SIGSTOP");
    struck.add("stalled");
    await strikes.pause(2_000);
    process.kill(redis.pid, "SIGCONT");
    await flushRedis(redis.port);
    struck.add("flushed");
    await redis.kill();
    struck.add("killed");
    await strikes.pause(2_000);
    const { port } = redis;
    world.shop.redis = await startRedis({ port, searchPath: shellEnv()["PATH"] ?? "" });
  }
};

/** Redis forgets everything. */
export async function flushRedis(port: number): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  socket.write("FLUSHALL\r\n");
  await once(socket, "data");
  socket.destroy();
}

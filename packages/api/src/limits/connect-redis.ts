import { Redis } from "ioredis";
import type { Log } from "../log.ts";

/** A connection that never makes anybody wait: while Redis is away, every call on it fails at once. */
export function connectRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 1_000,
    commandTimeout: 250,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  });
  redis.on("error", (err) => log.warn({ err }, "Redis is away"));
  return redis;
}

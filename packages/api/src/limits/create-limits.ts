import { ShopError } from "@tuckshop/contracts/errors";
import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";

/** How often something may be tried before it has to wait. */
export type Limits = {
  /** Counts an attempt to sign in to one account from one address, or refuses it with TOO_MANY_REQUESTS. */
  signIn: (email: string, address: string) => Promise<void>;
  /** Forgets the failed attempts before one that was right. */
  signedIn: (email: string, address: string) => Promise<void>;
};

const signInLimit = { points: 10, duration: 15 * 60 };

const keyOf = (email: string, address: string) => `${email.toLowerCase()} ${address}`;

/** Shared by all servers through Redis; each for itself without one, and while it is away. */
export function createLimits(redis: Redis | undefined): Limits {
  const own = new RateLimiterMemory(signInLimit);
  const limiter = redis
    ? new RateLimiterRedis({
        ...signInLimit,
        storeClient: redis,
        keyPrefix: "tuckshop:sign-in",
        rejectIfRedisNotReady: true,
        insuranceLimiter: own,
      })
    : own;
  return {
    signIn: async (email, address) => {
      try {
        await limiter.consume(keyOf(email, address));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfterSeconds = Math.ceil(error.msBeforeNext / 1_000);
        throw new ShopError({ code: "TOO_MANY_REQUESTS", retryAfterSeconds });
      }
    },
    signedIn: async (email, address) => {
      await limiter.delete(keyOf(email, address));
    },
  };
}

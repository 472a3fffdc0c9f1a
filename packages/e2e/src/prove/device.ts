import { setTimeout as sleep } from "node:timers/promises";
import { createShopClient, type ShopClient } from "@tuckshop/client/client";
import { isTransient, type LinkOptions } from "@tuckshop/client/links";
import { refusalOf } from "@tuckshop/client/refusal-of";
import type { Random } from "./random.ts";
import type { ShopRecord } from "./record.ts";

export type DeviceOptions = {
  serverUrls: readonly string[];
  record: ShopRecord;
  random: Random;
  /** The chance that the device goes away in the middle of a request. */
  goneChance: () => number;
  token?: string;
};

const answerSeconds = 20;

/** A device without a browser: its cookies kept, each request sent to one of the servers by chance. */
export function openDevice(options: DeviceOptions): ShopClient {
  const { serverUrls, record, random, goneChance, token } = options;
  const cookies = new Map<string, string>();
  const send: LinkOptions["fetch"] = async (input, init) => {
    const url = new URL(String(input));
    const target = new URL(url.pathname + url.search, random.pick(serverUrls));
    const headers = new Headers(init?.headers);
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const leavesMs = random.chance(goneChance()) ? random.between(1, 40) : answerSeconds * 1_000;
    try {
      const signal = AbortSignal.timeout(leavesMs);
      const response = await fetch(target, { ...init, headers, signal });
      record.answered(url.pathname, response.status);
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      return response;
    } catch (error) {
      record.requests.add(leavesMs < 1_000 ? "left" : "no answer");
      throw error;
    }
  };
  return createShopClient({ url: "http://shop/trpc", fetch: send, token });
}

export type Persistence = { random: Random; record: ShopRecord; what: string; seconds?: number };

type Stamp = { context: { idempotencyKey: string } };

/** Whoever asked was not answered in time: what was asked for may have happened. */
export class Unanswered extends Error {}

/** One intent under one key, asked for until it is answered: by a result, or by a refusal, thrown. */
export async function persist<T>(
  { random, record, what, seconds = 90 }: Persistence,
  ask: (stamp: Stamp, key: string) => Promise<T>,
): Promise<T> {
  const key = `prove-${what}-${crypto.randomUUID()}`;
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    try {
      return await ask({ context: { idempotencyKey: key } }, key);
    } catch (error) {
      if (!passes(error)) throw error;
      if (Date.now() > deadline) {
        if (refusalOf(error)?.code !== "PAYMENT_UNAVAILABLE") record.unanswered.push(what);
        throw new Unanswered(what, { cause: error });
      }
      await sleep(random.between(50, 400));
    }
  }
}

const passes = (error: unknown): boolean =>
  isTransient(error) || refusalOf(error)?.code === "TOO_MANY_REQUESTS";

import type { AppRouter } from "@tuckshop/api/router";
import {
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  retryLink,
  splitLink,
  TRPCClientError,
  type HTTPBatchLinkOptions,
  type TRPCLink,
} from "@trpc/client";
import { refusalOf } from "./refusal-of.ts";

export type LinkOptions = {
  url: string;
  /** A script's session; a browser has its cookie. */
  token?: string | undefined;
  /** A fetch that keeps cookies, for a script that acts as a shopper's device. */
  fetch?: HTTPBatchLinkOptions<AppRouter["_def"]["_config"]["$types"]>["fetch"] | undefined;
};

/** Above retryLink, so that every attempt of one operation carries the same key. */
const stampKey: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    next({ ...op, context: { idempotencyKey: crypto.randomUUID(), ...op.context } });

/** Whether the same call may succeed in a moment: nobody answered, the shop was busy, or is still at it. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const { data }: TRPCClientError<AppRouter> = error;
  const status = data?.httpStatus ?? 503;
  return status >= 500 || refusalOf(error)?.code === "IDEMPOTENCY_IN_PROGRESS";
}

const attemptsMax = 4;

/**
 * Queries batch. Each mutation travels alone, because an Idempotency-Key names one operation. A
 * subscription is a stream of server-sent events, which a browser opens again by itself.
 */
export const shopLinks = ({ url, token, fetch }: LinkOptions): TRPCLink<AppRouter>[] => {
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  const transport = { url, ...(fetch ? { fetch } : {}) };
  return [
    stampKey,
    retryLink({
      retry: ({ op, error, attempts }) =>
        op.type !== "subscription" && attempts < attemptsMax && isTransient(error),
      retryDelayMs: (attempt) => 150 * 2 ** attempt * (0.5 + Math.random() / 2),
    }),
    splitLink({
      condition: (op) => op.type === "subscription",
      true: httpSubscriptionLink({ url }),
      false: splitLink({
        condition: (op) => op.type === "mutation",
        true: httpLink({
          ...transport,
          headers: ({ op }) => ({
            ...authorization,
            "idempotency-key": String(op.context["idempotencyKey"]),
          }),
        }),
        false: httpBatchLink({
          ...transport,
          headers: authorization,
          maxURLLength: 2_000,
          maxItems: 10,
        }),
      }),
    }),
  ];
};

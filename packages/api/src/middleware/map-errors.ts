import { ShopError, type RefusalCode } from "@tuckshop/contracts/errors";
import { isTransient } from "@tuckshop/db/transient";
import { TRPCError, type TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { t } from "../trpc.ts";

const trpcCode = {
  ADDRESS_REQUIRED: "BAD_REQUEST",
  BAG_EMPTY: "PRECONDITION_FAILED",
  CHECKOUT_CLOSED: "CONFLICT",
  CHECKOUT_COMPLETED: "CONFLICT",
  CURRENCY_WRONG: "UNPROCESSABLE_CONTENT",
  CURSOR_INVALID: "BAD_REQUEST",
  DELIVERY_UNAVAILABLE: "UNPROCESSABLE_CONTENT",
  DUPLICATE: "CONFLICT",
  FORBIDDEN: "FORBIDDEN",
  HOLD_LIMIT_REACHED: "CONFLICT",
  IDEMPOTENCY_IN_PROGRESS: "CONFLICT",
  IDEMPOTENCY_KEY_INVALID: "BAD_REQUEST",
  IDEMPOTENCY_KEY_REQUIRED: "BAD_REQUEST",
  IDEMPOTENCY_KEY_REUSED: "UNPROCESSABLE_CONTENT",
  ILLEGAL_TRANSITION: "CONFLICT",
  LINES_SPENT: "CONFLICT",
  NOT_FOUND: "NOT_FOUND",
  OUT_OF_STOCK: "CONFLICT",
  PAYMENT_UNAVAILABLE: "SERVICE_UNAVAILABLE",
  QUOTE_CHANGED: "PRECONDITION_FAILED",
  REFUND_TOO_LARGE: "CONFLICT",
  SIGN_IN_FAILED: "UNAUTHORIZED",
  SIGN_IN_REQUIRED: "UNAUTHORIZED",
  TOO_BUSY: "SERVICE_UNAVAILABLE",
  TOO_MANY_REQUESTS: "TOO_MANY_REQUESTS",
  UNSAFE_ORIGIN: "FORBIDDEN",
  VERSION_CONFLICT: "CONFLICT",
} satisfies Record<RefusalCode, TRPC_ERROR_CODE_KEY>;

/**
 * Gives each refusal its tRPC code, and a database that is away or overloaded its 503. Anything else
 * is a fault: logged whole here, told to nobody.
 */
export const mapErrors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next(); // resolves with ok: false; a try/catch here would never fire
  if (result.ok) return result;
  const { cause } = result.error;
  const refused = isTransient(cause)
    ? new ShopError({ code: "TOO_BUSY", retryAfterSeconds: 1 })
    : cause;
  if (refused instanceof ShopError) {
    const { refusal } = refused;
    if ("retryAfterSeconds" in refusal) {
      ctx.setHeader("retry-after", String(refusal.retryAfterSeconds));
    }
    throw new TRPCError({ code: trpcCode[refusal.code], message: refused.message, cause: refused });
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR") {
    ctx.log.error({ err: cause ?? result.error, path, requestId: ctx.requestId }, "fault");
  }
  return result;
});

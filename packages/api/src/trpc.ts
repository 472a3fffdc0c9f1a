import { ShopError, type InputIssue } from "@tuckshop/contracts/errors";
import { initTRPC, type TRPCError } from "@trpc/server";
import * as z from "zod";
import type { Context } from "./context.ts";

// Schemas are written with zod/mini, which brings no sentences of its own.
z.config(z.locales.en());

/** tRPC without a transformer: every wire type is plain JSON, so a stored reply replays byte for byte. */
export const t = initTRPC.context<Context>().create({
  isDev: false,
  sse: {
    ping: { enabled: true, intervalMs: 15_000 },
    // A stream ends now and then, so that whoever may no longer listen does not go on for ever.
    maxDurationMs: 10 * 60_000,
    client: { reconnectAfterInactivityMs: 40_000 },
  },
  errorFormatter: ({ shape, error, ctx }) => ({
    ...shape,
    message: messageOf(error),
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path ?? null,
      refusal: error.cause instanceof ShopError ? error.cause.refusal : null,
      issues: issuesOf(error),
      requestId: ctx?.requestId ?? null,
    },
  }),
});

/** A fault says nothing of its insides; everything else is a sentence for a person. */
function messageOf(error: TRPCError): string {
  if (error.code === "INTERNAL_SERVER_ERROR") return "Something went wrong on our side.";
  if (error.cause instanceof z.core.$ZodError) return "Some of the values are not right.";
  return error.message;
}

function issuesOf(error: TRPCError): InputIssue[] {
  if (!(error.cause instanceof z.core.$ZodError)) return [];
  return error.cause.issues.map((issue) => ({
    field: issue.path.map(String).join("."),
    message: issue.message,
  }));
}

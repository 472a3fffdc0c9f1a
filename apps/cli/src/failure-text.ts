import { refusalOf } from "@tuckshop/client/refusal-of";
import { InputIssue, refusalMessage } from "@tuckshop/contracts/errors";
import * as z from "zod/mini";

/** What a person is told of an error: one line that says what is the matter, never a stack trace. */
export function failureText(error: unknown, url: string | undefined): string {
  const refusal = refusalOf(error);
  if (refusal?.code === "SIGN_IN_REQUIRED") {
    return "Your session is not valid or has ended. Please sign in: tuckshop sign-in";
  }
  if (refusal) return refusalMessage(refusal);
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TRPCClientError") return answerText(error, url ?? "The shop");
  return fileText(error) ?? error.message;
}

/** A call that failed without being refused: a value that does not fit, a fault, or no answer at all. */
function answerText(error: Error, shop: string): string {
  const { data, cause } = ServerAnswer.safeParse(error).data ?? {};
  if (data) {
    const issues = data.issues.map(({ field, message }) => ` ${field}: ${message}.`);
    return `${error.message}${issues.join("")}`;
  }
  // fetch fails with a TypeError when there is no answer; one that is no JSON is a SyntaxError.
  if (!(cause instanceof TypeError)) {
    return `${shop} did not answer as a Tuckshop does. Is the address right?`;
  }
  const reason = NetworkReason.safeParse(cause.cause).data;
  return `${shop} does not answer (${reason?.code ?? reason?.message ?? cause.message}).`;
}

const ServerAnswer = z.object({
  data: z.nullish(z.object({ issues: z.array(InputIssue) })),
  cause: z.unknown(),
});
const NetworkReason = z.object({ code: z.optional(z.string()), message: z.string() });

function fileText(error: Error): string | undefined {
  const { code, path } = FileError.safeParse(error).data ?? {};
  if (code === "ENOENT") return `There is no file ${path}.`;
  if (code === "EACCES") return `You may not use ${path}.`;
  return code === "EISDIR" ? "That is a folder, not a file." : undefined;
}

const FileError = z.object({ code: z.string(), path: z.optional(z.string()) });

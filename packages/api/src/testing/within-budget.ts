import { withStatements } from "@tuckshop/db/testing/count-statements";
import { statementBudgets, type ProcedurePath } from "./statement-budgets.ts";

const control = /^(begin|commit|start transaction)/i;

/** Every call of a caller is held to its procedure's budget of statements, and fails above it. */
export function withinBudget<T extends object>(caller: T, path: readonly string[] = []): T {
  return new Proxy(caller, {
    get: (target, name) =>
      withinBudget(Reflect.get(target, name) as object, [...path, String(name)]),
    apply: (target, self, args) =>
      metered(path.join(".") as ProcedurePath, () =>
        Reflect.apply(target as () => Promise<unknown>, self, args),
      ),
  });
}

async function metered(path: ProcedurePath, call: () => Promise<unknown>): Promise<unknown> {
  const { outcome, statements } = await withStatements(call);
  const rollbacks = statements.filter((text) => text === "rollback").length;
  const count = statements.filter((text) => !control.test(text)).length - rollbacks;
  const isFirstVisit = statements.some((text) => text.startsWith('insert into "principal"'));
  const budget = statementBudgets[path] + (isFirstVisit ? 1 : 0);
  // A transaction that was rolled back for a passing reason runs again.
  if (count > budget * (1 + rollbacks)) {
    throw new Error(`${path} sent ${count} statements of ${budget}:\n${statements.join("\n")}`);
  }
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

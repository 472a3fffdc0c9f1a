import { rolesThatMay } from "../accounts/permissions.ts";
import type { Task } from "../task.ts";
import { mailOnce } from "./mail-once.ts";

/** Reminds all who may refund that a shopper waits for an answer, unless it was given meanwhile. */
export const remindOfRefund: Task<"refund.remind"> = async (context, { requestId, reminder }) => {
  const { db, publicUrl } = context;
  const asked = await db
    .selectFrom("refund_request")
    .innerJoin("orders", "orders.id", "refund_request.order_id")
    .select(["orders.id as orderId", "reference", "refund_request.reason"])
    .where("refund_request.id", "=", requestId)
    .where("refund_request.state", "=", "asked")
    .executeTakeFirst();
  if (!asked) return;
  const { name } = await db.selectFrom("shop").select("name").executeTakeFirstOrThrow();
  const people = await db
    .selectFrom("users")
    .innerJoin("user_role", "user_role.user_id", "users.id")
    .select(["users.id", "users.email"])
    .where("role", "in", rolesThatMay("orders.refund"))
    .orderBy("users.id")
    .execute();
  const text = [
    `The buyer of order ${asked.reference} asked for money back and waits for an answer.`,
    `“${asked.reason}”`,
    "",
    `Approve or decline it here: ${publicUrl}/admin/orders/${asked.orderId}`,
    "We write again tomorrow if nobody does.",
  ].join("\n");
  for (const { id, email } of people) {
    await mailOnce(context, {
      key: `remind-${requestId}-${reminder}-${id}`,
      to: email,
      subject: `${name}: a refund was asked for, order ${asked.reference}`,
      text,
    });
  }
};

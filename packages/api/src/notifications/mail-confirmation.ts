import { orderToken } from "../orders/link-token.ts";
import { orderBody } from "../orders/queries.ts";
import type { Task } from "../task.ts";
import { confirmationText } from "./confirmation-text.ts";
import { mailOnce } from "./mail-once.ts";

/** Mails the buyer that the order stands. */
export const mailConfirmation: Task<"order.confirmed"> = async (context, { orderId }) => {
  const { db, publicUrl, linkSecret } = context;
  const { order, body } = await orderBody(db, { id: orderId }, "shopper");
  if (!order.customer_email) return;
  const { name } = await db.selectFrom("shop").select("name").executeTakeFirstOrThrow();
  const token = orderToken(linkSecret, order.reference);
  await mailOnce(context, {
    key: `confirmation-${orderId}`,
    to: order.customer_email,
    subject: `${name}: order ${order.reference} is confirmed`,
    text: confirmationText(name, body, `${publicUrl}/o/${order.reference}?k=${token}`),
  });
};

import { orderToken } from "../orders/link-token.ts";
import { orderBody } from "../orders/queries.ts";
import type { Task } from "../task.ts";
import { confirmationText } from "./confirmation-text.ts";

/** Mails the buyer that the order stands, once: the effect's row says that it went out. */
export const mailConfirmation: Task<"order.confirmed"> = async (context, { orderId }) => {
  const { db, mailer, publicUrl, linkSecret } = context;
  const { order, body } = await orderBody(db, { id: orderId }, "shopper");
  if (!order.customer_email) return;
  const key = `confirmation-${orderId}`;
  const done = await db
    .selectFrom("effect")
    .select("key")
    .where("key", "=", key)
    .executeTakeFirst();
  if (done) return;
  const { name } = await db.selectFrom("shop").select("name").executeTakeFirstOrThrow();
  const token = orderToken(linkSecret, order.reference);
  await mailer.send({
    key,
    to: order.customer_email,
    subject: `${name}: order ${order.reference} is confirmed`,
    text: confirmationText(name, body, `${publicUrl}/o/${order.reference}?k=${token}`),
  });
  await db
    .insertInto("effect")
    .values({ key })
    .onConflict((oc) => oc.doNothing())
    .execute();
};

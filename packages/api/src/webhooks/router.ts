import {
  ListWebhooks,
  ReceivedWebhook,
  RedriveWebhook,
  WebhookPage,
} from "@tuckshop/contracts/webhooks";
import { staffCommand, staffQuery } from "../procedures.ts";
import { t } from "../trpc.ts";
import { webhookPage } from "./queries.ts";
import { redriveWebhook } from "./redrive-webhook.ts";

export const staffWebhooksRouter = t.router({
  list: staffQuery("books.read")
    .input(ListWebhooks)
    .output(WebhookPage)
    .query(({ ctx, input }) => webhookPage(ctx.db, input)),
  redrive: staffCommand("books.repair")
    .input(RedriveWebhook)
    .output(ReceivedWebhook)
    .mutation(({ ctx, input }) => redriveWebhook(ctx.tx, ctx.actor.principalId, input)),
});

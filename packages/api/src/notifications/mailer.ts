import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { timeout, TimeoutStrategy } from "cockatiel";
import { createTransport } from "nodemailer";
import { createBreaker } from "../breaker.ts";

export type Mail = { key: string; to: string; subject: string; text: string };
export type Mailer = { send: (mail: Mail) => Promise<void> };

type MailerOptions = { from: string; smtpUrl?: string | undefined; directory: string };

/** `smtpUrl` sends for real; without it each mail becomes a file in `directory`, for a person to open. */
export function createMailer({ from, smtpUrl, directory }: MailerOptions): Mailer {
  return smtpUrl ? smtpMailer(smtpUrl, from) : fileMailer(directory, from);
}

/** What a mail of this key is called wherever it goes: mailboxes fold the rare second copy into the first. */
const messageId = (key: string) => `<${key}@tuckshop>`;

/** For each step of the conversation; and, should it dribble on, for the whole of it. */
const stepMs = 5_000;
export const mailMaxMs = 20_000;

function smtpMailer(smtpUrl: string, from: string): Mailer {
  const limits = {
    dnsTimeout: stepMs,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
  };
  const transport = createTransport({ url: smtpUrl, ...limits }, { from });
  const breaker = createBreaker(isOutage);
  const inTime = timeout(mailMaxMs, TimeoutStrategy.Aggressive);
  return {
    send: async ({ key, ...mail }) => {
      await breaker(() =>
        inTime.execute(() => transport.sendMail({ ...mail, messageId: messageId(key) })),
      );
    },
  };
}

/** A permanent no, such as an unknown mailbox, is an answer (RFC 5321 §4.2.1). All else is an outage. */
const isOutage = (error: Error): boolean => {
  const code = "responseCode" in error ? Number(error.responseCode) : 0;
  return code < 500;
};

function fileMailer(directory: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true }, { from });
  return {
    send: async ({ key, ...mail }) => {
      const { message } = await transport.sendMail({ ...mail, messageId: messageId(key) });
      await mkdir(directory, { recursive: true });
      await writeFile(path.join(directory, `${key}.eml`), message);
    },
  };
}

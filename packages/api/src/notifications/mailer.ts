import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";

export type Mail = { key: string; to: string; subject: string; text: string };
export type Mailer = { send: (mail: Mail) => Promise<void> };

/** `smtpUrl` sends for real; without it each mail becomes a file in `directory`, for a person to open. */
export function createMailer(options: {
  from: string;
  smtpUrl?: string | undefined;
  directory: string;
}): Mailer {
  const { from, smtpUrl, directory } = options;
  if (smtpUrl) {
    const transport = createTransport(smtpUrl, { from });
    return {
      send: async ({ key, ...mail }) => {
        // A stable Message-ID lets mailboxes fold the rare second copy into the first.
        await transport.sendMail({ ...mail, messageId: `<${key}@tuckshop>` });
      },
    };
  }
  const transport = createTransport({ streamTransport: true, buffer: true }, { from });
  return {
    send: async ({ key, ...mail }) => {
      const { message } = await transport.sendMail({ ...mail, messageId: `<${key}@tuckshop>` });
      await mkdir(directory, { recursive: true });
      await writeFile(path.join(directory, `${key}.eml`), message);
    },
  };
}

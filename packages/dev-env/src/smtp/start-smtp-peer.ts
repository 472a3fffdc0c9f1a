import { createServer, type Socket } from "node:net";

export type ReceivedMail = { messageId: string; to: string; text: string };

/** What the peer does to the next conversations: one entry each, then it behaves. */
export type SmtpFault =
  /** Takes the connection and never says a word. */
  | "hang"
  /** Takes the mail, and the connection is lost before its 250 is. */
  | "lose_answer"
  /** Says 250, and the connection is lost before the goodbye. */
  | "lose_goodbye"
  /** Does not know the mailbox. */
  | "no_mailbox";

export type SmtpPeer = {
  url: string;
  /** Every mail it took, those whose answer was lost as well. */
  mails: ReceivedMail[];
  faults: SmtpFault[];
  stop: () => Promise<void>;
};

/** A mail server on loopback with faults on demand: enough of RFC 5321 for one recipient and plain text. */
export async function startSmtpPeer(): Promise<SmtpPeer> {
  const mails: ReceivedMail[] = [];
  const faults: SmtpFault[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {}); // the other side may go whenever it likes
    const fault = faults.shift();
    if (fault !== "hang") converse(socket, fault, mails);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    faults,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, fault: SmtpFault | undefined, mails: ReceivedMail[]): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let heard = "";
  let inData = false;
  socket.setEncoding("utf8");
  say("220 peer");
  socket.on("data", (text: string) => {
    heard += text;
    for (;;) {
      const end = inData ? "\r\n.\r\n" : "\r\n";
      const at = heard.indexOf(end);
      if (at < 0) return;
      const line = heard.slice(0, at);
      heard = heard.slice(at + end.length);
      if (inData) {
        inData = false;
        mails.push(readMail(line));
        if (fault !== "lose_answer") say("250 taken");
        if (fault === "lose_answer") socket.destroy();
        if (fault === "lose_goodbye") socket.destroySoon();
      } else {
        inData = answer(line, say, fault) === "data";
        if (/^QUIT/i.test(line)) socket.end();
      }
    }
  });
}

function answer(line: string, say: (line: string) => void, fault: SmtpFault | undefined) {
  if (/^RCPT/i.test(line) && fault === "no_mailbox") say("550 no such mailbox");
  else if (/^DATA/i.test(line)) {
    say("354 go on");
    return "data";
  } else if (/^QUIT/i.test(line)) say("221 goodbye");
  else say("250 ok");
  return "command";
}

const readMail = (text: string): ReceivedMail => ({
  messageId: header(text, "Message-ID"),
  to: header(text, "To"),
  text,
});

const header = (text: string, name: string): string =>
  new RegExp(`^${name}: (.+)$`, "im").exec(text)?.[1]?.trim() ?? "";

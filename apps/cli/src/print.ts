/** Takes one line or several; commands print through it, so that a test can listen. */
export type Print = (text: string) => void;

/** What came from a file or from a shopper must not steer the terminal it is shown at. */
const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, "\ufffd");

export const printTo =
  (stream: NodeJS.WriteStream): Print =>
  (text) =>
    stream.write(`${withoutControls(text)}\n`);

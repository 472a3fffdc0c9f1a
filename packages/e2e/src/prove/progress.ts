import type { WriteStream } from "node:tty";

export type Progress = {
  /** A live line, asked for each second, until what is returned is called. */
  watch: (text: () => string) => () => void;
  /** A line that stays. */
  line: (text: string) => void;
  end: () => void;
};

/** One line that changes, on a terminal; elsewhere only the lines that stay. */
export function progressOn(stream: WriteStream): Progress {
  const started = performance.now();
  const clock = () => `${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  `;
  const show = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001B[K${clock()}${text}`);
  };
  return {
    watch: (text) => {
      const timer = setInterval(() => show(text()), 1_000);
      return () => clearInterval(timer);
    },
    line: (text) => {
      stream.write(`${stream.isTTY ? "\r\u001B[K" : ""}${clock()}${text}\n`);
    },
    end: () => {
      if (stream.isTTY) stream.write("\r\u001B[K");
    },
  };
}

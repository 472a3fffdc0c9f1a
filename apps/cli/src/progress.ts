export type Progress = { show: (done: number, total: number) => void; end: () => void };

type Terminal = { isTTY?: boolean; columns?: number; write: (text: string) => unknown };

const barMax = 40;

/** A bar that grows in place at a terminal, a line each time elsewhere, so that a log stays readable. */
export function progressOn(terminal: Terminal): Progress {
  if (!terminal.isTTY) {
    return {
      show: (done, total) => {
        if (done > 0) terminal.write(`${done} of ${total} products\n`);
      },
      end: () => {},
    };
  }
  let shown = false;
  return {
    show: (done, total) => {
      const count = ` ${done}/${total} products`;
      const length = Math.max(0, Math.min(barMax, (terminal.columns || 80) - count.length - 3));
      const filled = total === 0 ? length : Math.floor((length * done) / total);
      terminal.write(`\r[${"█".repeat(filled)}${"░".repeat(length - filled)}]${count}`);
      shown = true;
    },
    end: () => {
      if (shown) terminal.write("\n");
      shown = false;
    },
  };
}

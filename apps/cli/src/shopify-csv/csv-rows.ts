import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";

/** Opens the file from a byte on: once for a sound file, once more after each row with broken quotes. */
export type OpenFile = (startByte: number) => Readable;

export type CsvSink = {
  /** `number` counts as a spreadsheet does: the header is row 1, a cell with line breaks is one row. */
  row: (number: number, cells: readonly string[]) => void;
  /** A row whose quotes do not match, with its first line as it stands in the file. */
  broken: (number: number, line: string) => void;
};

/** What one row may hold: a quote that is never closed must not swallow the rest of a large file. */
const rowMaxBytes = 1024 * 1024;

/**
 * Streams the rows of a CSV file. After a row with broken quotes it starts afresh on the next line,
 * so that such a row costs itself and not the file.
 */
export async function readCsvRows(open: OpenFile, sink: CsvSink): Promise<void> {
  let startByte = 0;
  let number = 0;
  while (true) {
    let wholeBytes = 0;
    // A failing stream drops what it has buffered, so rows are taken here and not from its far end.
    const parser = parse({
      bom: startByte === 0,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      max_record_size: rowMaxBytes,
      on_record: (cells: string[], { bytes }) => {
        wholeBytes = bytes;
        number += 1;
        sink.row(number, cells);
        return null;
      },
    });
    try {
      await pipeline(open(startByte), parser.resume());
      return;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
    }
    const brokenAt = startByte + wholeBytes;
    const line = await lineAt(open, brokenAt);
    number += 1;
    sink.broken(number, line.toString("utf8"));
    startByte = brokenAt + line.length;
  }
}

const newline = 0x0a;

/** The bytes from `startByte` to the end of that line, its newline included. */
async function lineAt(open: OpenFile, startByte: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of open(startByte) as AsyncIterable<Buffer>) {
    const end = chunk.indexOf(newline);
    parts.push(end === -1 ? chunk : chunk.subarray(0, end + 1));
    if (end !== -1) break;
  }
  return Buffer.concat(parts);
}

/** One thing that must hold, and the query that finds the rows for which it does not. */
export type Check = {
  name: string;
  /** What must hold, as a sentence. */
  says: string;
  /** True when it holds only once nothing is on its way any more, 60 s after the last deadline. */
  settled: boolean;
  /** Reads the views of schema `audit` only; its first columns name the offending row. */
  sql: string;
};

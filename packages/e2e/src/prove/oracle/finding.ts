/** What a finding is about: the books of the doctor, and what only the outside can tell. */
export const subjects = [
  "stock",
  "orders",
  "money",
  "process",
  "acknowledged",
  "charges",
  "answers",
] as const;
export type Subject = (typeof subjects)[number];

/** Something that should hold and does not. `rows` are the first of `count`. */
export type Finding = {
  subject: Subject;
  name: string;
  says: string;
  count: number;
  rows: readonly unknown[];
};

const rowsMax = 10;

/** None when nothing offends. */
export const findingOf = (
  subject: Subject,
  name: string,
  says: string,
  offending: readonly unknown[],
): Finding[] =>
  offending.length === 0
    ? []
    : [{ subject, name, says, count: offending.length, rows: offending.slice(0, rowsMax) }];

/** The database to look at, read once; undefined when it is not set or is no address of a Postgres. */
export function readDatabaseUrl(): string | undefined {
  const given = process.env["DATABASE_URL"] ?? "";
  return /^postgres(ql)?:\/\//.test(given) && URL.canParse(given) ? given : undefined;
}

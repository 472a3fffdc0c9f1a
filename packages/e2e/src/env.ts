/** In CI nothing may be left out for want of a program. */
export const isCI = Boolean(process.env["CI"]);

/** What a person's shell would hand to a command. */
export const shellEnv = (): Record<string, string | undefined> => process.env;

/** Race tests of the size that the shop promises, by RACES=full; the usual runs are a part of it. */
export const isFullSize = process.env["RACES"] === "full";

/** In CI nothing may be left out for want of a program. */
export const isCI = Boolean(process.env["CI"]);

/** What a person's shell would hand to a command. */
export const shellEnv = (): Record<string, string | undefined> => process.env;

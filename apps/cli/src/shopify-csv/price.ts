/** Every currency of the shop has a hundred minor units. Thirteen digits before the point stay exact. */
const price = /^(\d{1,13})(?:\.(\d{0,2})0*)?$/;

/** “9.99” is 999: digit by digit, never through a float. Null when the text is no plain decimal price. */
export function minorUnits(text: string): number | null {
  const match = price.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  return Number(whole + fraction.padEnd(2, "0"));
}

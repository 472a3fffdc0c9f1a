import { money, type Currency, type Money } from "@tuckshop/contracts/money";

/** “1,250”, “62.5” or “₹62.50” as money; null when it is no amount above zero. */
export function refundAmount(text: string, currency: Currency): Money | null {
  const match = /^[₹€£$]?\s*(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(",", ""));
  if (!match) return null;
  const minor = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return minor > 0 ? money(minor, currency) : null;
}

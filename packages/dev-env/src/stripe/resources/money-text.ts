/** An amount as a person reads it: 125000 and "inr" give "₹1,250.00". */
export function moneyText(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat(currency === "inr" ? "en-IN" : "en-US", {
    style: "currency",
    currency: currency.toUpperCase(),
  });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amountMinor / 10 ** maximumFractionDigits);
}

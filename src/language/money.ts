/** How many decimals a currency has: 2 for USD, 0 for JPY. */
export function minorUnits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/** Making a formatter is slow; there are few currencies. */
const digitsByCurrency = new Map<string, number>();

/**
 * Shares a deal's amount among its lines by weight (quantity × price), so that the shares add up to it exactly: each
 * gets its part rounded down to the currency's smallest coin, and the coins left go to the largest remainders, the
 * earlier line first. Without any weight the shares are equal.
 *
 * @param amount a decimal
 * @param weights decimals, not negative; null = unknown, taken as none
 * @param minorDigits how many decimals the currency has; an amount with more keeps them
 * @example shareAmount('100.00', ['1', '1', '1'], 2) // ['33.34', '33.33', '33.33']
 */
export function shareAmount(amount: string, weights: readonly (string | null)[], minorDigits: number): string[] {
  if (weights.length === 0) return [];
  const digits = Math.max(minorDigits, decimalsOf(amount));
  const negative = amount.startsWith('-');
  const coins = scaled(amount.replace('-', ''), digits);
  const precision = Math.max(...weights.map((weight) => decimalsOf(weight ?? '0')));
  const given = weights.map((weight) => scaled(weight ?? '0', precision));
  const known = given.some((weight) => weight > 0n) ? given : given.map(() => 1n);
  const total = known.reduce((sum, weight) => sum + weight, 0n);

  const parts = known.map((weight, index) => ({
    index,
    share: (coins * weight) / total,
    remainder: (coins * weight) % total,
  }));
  let left = coins - parts.reduce((sum, { share }) => sum + share, 0n);
  const byRemainder = [...parts].sort(
    (one, other) => compare(other.remainder, one.remainder) || one.index - other.index,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.share += 1n;
    left -= 1n;
  }
  return parts.map(({ share }) => unscaled(share, digits, negative));
}

const decimalsOf = (decimal: string) => decimal.split('.')[1]?.length ?? 0;
const compare = (one: bigint, other: bigint) => (one < other ? -1 : one > other ? 1 : 0);

function scaled(decimal: string, digits: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

function unscaled(coins: bigint, digits: number, negative: boolean): string {
  const text = coins.toString().padStart(digits + 1, '0');
  const plain = digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
  return negative && coins > 0n ? `-${plain}` : plain;
}

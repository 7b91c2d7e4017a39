/**
 * A rate as people write it, in words or in a file: `40%`, `40` and `0.4` are all 0.4. null above 100 %, which a rate
 * never is.
 *
 * @param value a decimal; for `40%` it is 0.4 already, and `isShare` says so
 */
export function writtenRate({ value, isShare }: { value: string; isShare: boolean }): string | null {
  const rate = !isShare && Number(value) > 1 ? String(Number(value) / 100) : value;
  return Number(rate) <= 1 ? rate : null;
}

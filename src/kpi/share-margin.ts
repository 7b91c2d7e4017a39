/** Of how many so many were so. */
export interface Share {
  numerator: number;
  denominator: number;
}

/**
 * How far two shares (of 1) may lie apart by chance alone, at 95 %: the test of two proportions with the pooled share, and with
 * Yates' correction, with which it holds for few as well.
 */
export function shareChangeMargin(before: Share, after: Share): number {
  const pooled = (before.numerator + after.numerator) / (before.denominator + after.denominator);
  const width = 1 / before.denominator + 1 / after.denominator;
  return 1.96 * Math.sqrt(pooled * (1 - pooled) * width) + width / 2;
}

import type { Share } from '../../src/kpi/rise.ts';

/** Fisher's exact test by counting: of all ways to pick the answers of now, those with as many or more. In whole numbers. */
export function byCounting(before: Share, now: Share): number {
  const choose = (n: number, k: number): bigint => {
    if (k < 0 || k > n) return 0n;
    let ways = 1n;
    for (let each = 1; each <= k; each++) ways = (ways * BigInt(n - k + each)) / BigInt(each);
    return ways;
  };
  const [all, counted] = [before.of + now.of, before.count + now.count];
  let ways = 0n;
  for (let count = now.count; count <= now.of; count++)
    ways += choose(counted, count) * choose(all - counted, now.of - count);
  return Number((ways * 10n ** 15n) / choose(all, now.of)) / 1e15;
}

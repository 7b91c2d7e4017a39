/** So many of so many. */
export interface Share {
  count: number;
  of: number;
}

/**
 * How likely at least as many as `now` would be, if what is counted fell on the answers of both times alike: Fisher's exact
 * test, one-sided ("The Logic of Inductive Inference", Journal of the Royal Statistical Society 98, 1935). With N answers in
 * all, K of them counted and n of them now, it is the sum of C(K, k) C(N − K, n − k) / C(N, n) over all k from `now.count` on:
 * right for few as for many, where the test of two proportions is right for many alone. 1 where there is nothing to compare.
 */
export function chanceOfRise(before: Share, now: Share): number {
  const all = before.of + now.of;
  const counted = before.count + now.count;
  const logs = logFactorials(all);
  const choose = (n: number, k: number) => (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0);
  const ways = choose(all, now.of);
  let chance = 0;
  for (let count = now.count; count <= Math.min(counted, now.of); count++)
    if (now.of - count <= all - counted)
      chance += Math.exp(choose(counted, count) + choose(all - counted, now.of - count) - ways);
  return Math.min(1, chance);
}

/** The natural logarithms of 0! to n!. */
function logFactorials(n: number): number[] {
  const logs = [0];
  for (let each = 1; each <= n; each++) logs.push((logs[each - 1] ?? 0) + Math.log(each));
  return logs;
}

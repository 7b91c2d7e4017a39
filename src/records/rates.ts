import type { Transaction } from '../db/client.ts';

/** What one unit of `currency` is worth in `base` on an ISO day: the latest rate on or before it, or null. */
export async function rateOn(
  db: Transaction,
  workspaceId: string,
  base: string,
  currency: string,
  day: string,
): Promise<number | null> {
  if (currency === base) return 1;
  const where = { workspaceId, base, currency, day: { lte: new Date(day) } };
  const found = await db.currencyRate.findFirst({ where, orderBy: { day: 'desc' }, select: { rate: true } });
  return found?.rate.toNumber() ?? null;
}

/** Which of some currencies nothing can be reckoned with, because they have no rate of any day; in order. */
export async function currenciesWithoutRate(
  db: Transaction,
  { id: workspaceId, currency: base }: { id: string; currency: string },
  currencies: Iterable<string>,
): Promise<string[]> {
  const foreign = [...currencies].filter((currency) => currency !== base).sort();
  const where = { workspaceId, base, currency: { in: foreign } };
  const known = await db.currencyRate.findMany({ where, distinct: ['currency'], select: { currency: true } });
  return foreign.filter((currency) => known.every((rate) => rate.currency !== currency));
}

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

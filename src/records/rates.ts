import type { Transaction } from '../db/client.ts';

/** A currency on an ISO day. */
interface CurrencyDay {
  currency: string;
  day: string;
}

/**
 * The value of one unit of some currencies in `base` on some days: the latest rate on or before each day, null without
 * one. Takes one statement for all, or none if everything is in `base`.
 */
export async function ratesOn(
  db: Transaction,
  workspaceId: string,
  base: string,
  wanted: readonly CurrencyDay[],
): Promise<(of: CurrencyDay) => number | null> {
  const nameOf = ({ currency, day }: CurrencyDay) => `${currency} ${day}`;
  const foreign = new Map(wanted.filter(({ currency }) => currency !== base).map((each) => [nameOf(each), each]));
  const found =
    foreign.size === 0
      ? []
      : await db.$queryRaw<(CurrencyDay & { rate: number })[]>`
          SELECT wanted.currency, wanted.day::text, rate.rate::float8
          FROM json_to_recordset(${JSON.stringify([...foreign.values()])}::json) AS wanted(currency text, day date)
          CROSS JOIN LATERAL (
            SELECT r.rate FROM currency_rates r
            WHERE r.workspace_id = ${workspaceId}::uuid AND r.base = ${base} AND r.currency = wanted.currency AND r.day <= wanted.day
            ORDER BY r.day DESC LIMIT 1
          ) rate`;
  const rates = new Map(found.map((each) => [nameOf(each), each.rate]));
  return (of) => (of.currency === base ? 1 : (rates.get(nameOf(of)) ?? null));
}

/** The currencies that cannot be converted because they have no rate for any day; in order. */
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

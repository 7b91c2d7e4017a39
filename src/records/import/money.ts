import type { ImportContext } from './kind.ts';
import { isCurrency } from './number-format.ts';
import type { RowReader } from './row-reader.ts';

export interface Money {
  amount: string;
  currency: string;
}

/** A row's amount in the currency of its column, else of the sign beside the amount, else the one given for the file. */
export function moneyOf(
  row: RowReader,
  field: string,
  context: Pick<ImportContext, 'currency' | 'currencies'>,
): Money | null {
  const code = row.text('currency')?.toUpperCase() ?? null;
  if (code !== null && !isCurrency(code)) return row.bad('currency', 'no_currency');
  const amount = row.number(field);
  if (!amount) return null;
  const currency = code ?? amount.currency ?? context.currency;
  context.currencies.add(currency);
  return { amount: amount.value, currency };
}

import { type Counts, type ImportContext, kind } from '../kind.ts';
import { isCurrency } from '../number-format.ts';
import type { RowReader } from '../row-reader.ts';

interface RateFacts {
  base: string;
  currency: string;
  day: string;
  rate: string;
}

/** What one unit of a currency is worth in another one, the workspace's unless told otherwise, from a day on. */
export const rates = kind<RateFacts>({
  name: 'rates',
  tables: ['currency_rates'],
  batch: 1000,
  required: [['currency'], ['date'], ['rate']],
  fields: [
    { name: 'currency', reading: 'text', synonyms: ['currency_code', 'code', 'from_currency', 'from'] },
    { name: 'base', reading: 'text', synonyms: ['base_currency', 'to_currency', 'to'] },
    { name: 'date', reading: 'date', synonyms: ['day', 'rate_date', 'valid_from'] },
    { name: 'rate', reading: 'number', synonyms: ['exchange_rate', 'value', 'price'] },
  ],
  async open(context) {
    return {
      read(row) {
        const currency = codeOf(row, 'currency', null);
        const base = codeOf(row, 'base', context.workspace.currency);
        const [date, rate] = [row.date('date'), row.number('rate', { least: 0 })];
        const missing = !date ? 'date' : rate ? null : 'rate';
        if (missing && row.problems.length === 0) row.bad(missing, 'required');
        if (rate && Number(rate.value) === 0) row.bad('rate', 'out_of_range', '> 0');
        if (currency === null || base === null || !date || !rate) return null;
        const facts = { base, currency, day: date.on, rate: rate.value };
        return { facts, key: [base, currency, date.on].join('|') };
      },
      write: (rows) =>
        writeRates(
          context,
          rows.map(({ facts }) => facts),
        ),
    };
  },
});

function codeOf(row: RowReader, field: string, unless: string | null): string | null {
  const code = row.text(field, { required: unless === null })?.toUpperCase() ?? unless;
  return code === null || isCurrency(code) ? code : row.bad(field, 'no_currency');
}

async function writeRates({ tx, workspace }: ImportContext, records: readonly RateFacts[]): Promise<Counts> {
  const written = await tx.$queryRaw<{ inserted: boolean }[]>`
    INSERT INTO currency_rates AS existing (workspace_id, base, currency, day, rate)
    SELECT ${workspace.id}::uuid, base, currency, day, rate
    FROM json_to_recordset(${JSON.stringify(records)}::json) AS batch(base char(3), currency char(3), day date, rate numeric(24,12))
    ON CONFLICT (workspace_id, base, currency, day) DO UPDATE SET rate = excluded.rate WHERE existing.rate <> excluded.rate
    RETURNING (xmax = 0) AS inserted`;
  const inserted = written.filter((row) => row.inserted).length;
  return { inserted, updated: written.length - inserted, unchanged: records.length - written.length };
}

import type { Field } from '../field.ts';
import { kind } from '../kind.ts';
import { type Money, moneyOf } from '../money.ts';
import { vocabulary } from '../row-reader.ts';
import { countsOf, type TableColumn, upsertRecords } from '../upsert.ts';

const categories = vocabulary({
  marketing: ['advertising', 'ads', 'ad spend', 'campaign', 'content', 'events'],
  sales: ['selling', 'commission', 'commissions', 'salaries', 'travel'],
  other: ['misc', 'miscellaneous', 'general'],
});

const fields: readonly Field[] = [
  { name: 'id', reading: 'text', synonyms: ['expense_id', 'external_id', 'record_id', 'invoice', 'invoice_number'] },
  { name: 'date', reading: 'date', synonyms: ['day', 'spent_on', 'spent', 'expense_date', 'invoice_date', 'paid_on'] },
  { name: 'category', reading: 'text', synonyms: ['type', 'kind', 'expense_type', 'cost_type', 'department'] },
  { name: 'amount', reading: 'number', synonyms: ['cost', 'spend', 'expense', 'value', 'total', 'price'] },
  { name: 'currency', reading: 'text', synonyms: ['currency_code', 'currency_iso_code'] },
  { name: 'lead_source', reading: 'text', synonyms: ['source', 'channel', 'medium', 'original_source'] },
  { name: 'campaign', reading: 'text', synonyms: ['campaign_name', 'utm_campaign'] },
];

const columns: (TableColumn & { field: string })[] = [
  { field: 'date', name: 'spent_on', type: 'date' },
  { field: 'category', name: 'category', type: 'text' },
  { field: 'amount', name: 'amount', type: 'numeric(20,4)' },
  { field: 'amount', name: 'currency', type: 'char(3)' },
  { field: 'lead_source', name: 'lead_source', type: 'text' },
  { field: 'campaign', name: 'campaign', type: 'text' },
];

interface ExpenseFacts extends Money {
  spent_on: string;
  category: string;
  lead_source: string | null;
  campaign: string | null;
}

/** What was spent to win customers, and on what. */
export const expenses = kind<ExpenseFacts>({
  name: 'expenses',
  tables: ['expenses'],
  batch: 1000,
  required: [['date'], ['category'], ['amount']],
  fields,
  async open(context) {
    const { tx, workspace, source, given } = context;
    const told = columns.filter(({ field }) => given.has(field));
    const target = { table: 'expenses', workspaceId: workspace.id, source, columns: told };

    return {
      read(row) {
        const id = row.text('id', { required: given.has('id') });
        const [spent, category, money] = [
          row.date('date'),
          row.choice('category', categories),
          moneyOf(row, 'amount', context),
        ];
        const missing = !spent ? 'date' : category === null ? 'category' : !money ? 'amount' : null;
        if (missing && row.problems.length === 0) row.bad(missing, 'required');
        if (!spent || category === null || !money) return null;
        const on = { lead_source: row.text('lead_source'), campaign: row.text('campaign') };
        return { facts: { spent_on: spent.on, category, ...money, ...on }, key: id };
      },
      async write(rows) {
        const records = rows.map(({ facts, key }) => ({ external_id: key ?? '', ...facts }));
        return countsOf(await upsertRecords(tx, target, records), records.length);
      },
    };
  },
});

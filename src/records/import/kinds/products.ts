import { openAdoption } from '../adopt.ts';
import { kind } from '../kind.ts';
import { moneyOf } from '../money.ts';
import { naturalKey } from '../natural-key.ts';
import { recordListPrices } from '../states.ts';
import { countsOf, type TableColumn, upsertRecords } from '../upsert.ts';

const columns: (TableColumn & { fields: string[] })[] = [
  { fields: ['name'], name: 'name', type: 'text' },
  { fields: ['type'], name: 'type', type: 'text' },
  { fields: ['price'], name: 'list_price', type: 'numeric(20,4)' },
  { fields: ['cost'], name: 'unit_cost', type: 'numeric(20,4)' },
  { fields: ['price', 'cost'], name: 'currency', type: 'char(3)' },
];

interface ProductFacts {
  name: string;
  type: string | null;
  price: string | null;
  cost: string | null;
  currency: string | null;
}

export const products = kind<ProductFacts>({
  name: 'products',
  tables: ['products', 'product_prices'],
  batch: 1000,
  required: [['name']],
  fields: [
    {
      name: 'id',
      reading: 'text',
      synonyms: ['product_id', 'sku', 'product_code', 'code', 'item_id', 'external_id', 'record_id'],
    },
    { name: 'name', reading: 'text', synonyms: ['product', 'product_name', 'item', 'item_name', 'title'] },
    {
      name: 'type',
      reading: 'text',
      synonyms: ['series', 'family', 'product_type', 'product_family', 'category', 'product_line', 'group'],
    },
    { name: 'price', reading: 'number', synonyms: ['sales_price', 'list_price', 'unit_price', 'retail_price'] },
    { name: 'cost', reading: 'number', synonyms: ['unit_cost', 'cost_price', 'purchase_price', 'cogs'] },
    { name: 'currency', reading: 'text', synonyms: ['currency_code', 'currency_iso_code'] },
  ],
  async open(context) {
    const adopt = await openAdoption(context, 'product');
    const { tx, workspace, source, given, today } = context;
    const told = columns.filter(({ fields }) => fields.some((field) => given.has(field)));
    const target = { table: 'products', workspaceId: workspace.id, source, columns: told };

    return {
      read(row) {
        const name = row.text('name', { required: true });
        const id = row.text('id', { required: given.has('id') });
        const price = moneyOf(row, 'price', context);
        const cost = row.number('cost', { least: 0 });
        const currency =
          price?.currency ?? (cost && (row.text('currency')?.toUpperCase() ?? cost.currency ?? context.currency));
        const facts = { type: row.text('type'), price: price?.amount ?? null, cost: cost?.value ?? null, currency };
        return name === null ? null : { facts: { name, ...facts }, key: id ?? naturalKey(name) };
      },
      async write(rows) {
        const records = rows.map(({ facts, key }) => ({
          external_id: key ?? '',
          name: facts.name,
          type: facts.type,
          list_price: facts.price,
          unit_cost: facts.cost,
          currency: facts.currency,
        }));
        await adopt(records);
        const written = await upsertRecords(tx, target, records);
        await recordListPrices(tx, workspace.id, written, today);
        return countsOf(written, records.length);
      },
    };
  },
});

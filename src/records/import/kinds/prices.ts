import { productsBook } from '../books.ts';
import { kind } from '../kind.ts';
import { type Money, moneyOf } from '../money.ts';
import { countsOf, type TableColumn, upsertRecords } from '../upsert.ts';

const columns: readonly TableColumn[] = [
  { name: 'product_id', type: 'uuid' },
  { name: 'competitor', type: 'text' },
  { name: 'price', type: 'numeric(20,4)' },
  { name: 'currency', type: 'char(3)' },
  { name: 'observed_on', type: 'date' },
];

interface PriceFacts extends Money {
  product_id: string;
  competitor: string;
  observed_on: string;
}

/** What competitors ask for the like of our products, as seen on a day. */
export const prices = kind<PriceFacts>({
  name: 'prices',
  tables: ['competitor_prices', 'products'],
  batch: 1000,
  required: [['product'], ['competitor'], ['price'], ['date']],
  fields: [
    { name: 'id', reading: 'text', synonyms: ['price_id', 'observation_id', 'external_id', 'record_id'] },
    { name: 'product', reading: 'text', synonyms: ['product_name', 'our_product', 'item', 'sku', 'product_code'] },
    { name: 'competitor', reading: 'text', synonyms: ['competitor_name', 'company', 'vendor', 'rival', 'shop'] },
    { name: 'price', reading: 'number', synonyms: ['competitor_price', 'amount', 'list_price', 'their_price'] },
    { name: 'currency', reading: 'text', synonyms: ['currency_code', 'currency_iso_code'] },
    { name: 'date', reading: 'date', synonyms: ['day', 'observed_on', 'observed', 'seen_on', 'price_date'] },
  ],
  async open(context) {
    const { tx, workspace, source, given } = context;
    const products = await productsBook(context);
    const target = { table: 'competitor_prices', workspaceId: workspace.id, source, columns };

    return {
      read(row) {
        const id = row.text('id', { required: given.has('id') });
        const product = row.text('product', { required: true });
        const competitor = row.text('competitor', { required: true });
        const [seen, money] = [row.date('date'), moneyOf(row, 'price', context)];
        const missing = !seen ? 'date' : !money ? 'price' : null;
        if (missing && row.problems.length === 0) row.bad(missing, 'required');
        if (money && Number(money.amount) <= 0) row.bad('price', 'out_of_range', '> 0');
        if (row.problems.length > 0 || !seen || !money || competitor === null) return null;
        const product_id = products.idOf(row, 'product', product);
        if (product_id === null) return null;
        return { facts: { product_id, competitor, observed_on: seen.on, ...money }, key: id };
      },
      async write(rows) {
        await products.flush();
        const records = rows.map(({ facts, key }) => ({
          external_id: key ?? '',
          product_id: facts.product_id,
          competitor: facts.competitor,
          price: facts.amount,
          currency: facts.currency,
          observed_on: facts.observed_on,
        }));
        return countsOf(await upsertRecords(tx, target, records), records.length);
      },
    };
  },
});

import { expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { won } from '../support/facts.ts';
import { tell } from './asking.ts';

const db = useDatabase();

it('what was spent and what others charge is nobody’s in particular, and whoever asks for theirs is told so', async () => {
  const story = await tell(db(), {
    products: { Anvil: { price: 120 } },
    prices: [{ product: 'Anvil', competitor: 'Globex', price: 100, on: '2026-03-01' }],
    expenses: [{ on: '2026-03-01', category: 'sales', amount: 70 }],
    deals: [won('anna', '2026-03-05', 500, { customer: 'Acme' })],
  });
  for (const id of ['price_index', 'cac']) {
    expect(await story.kpi(id, { whose: 'anna' })).toMatchObject({ value: null, noData: 'of_everyone' });
    const everyones = await story.kpi(id);
    expect(everyones.value).not.toBeNull();
    expect(everyones).not.toHaveProperty('noData');
  }
  expect(await story.kpi('call_answer_rate', { whose: 'anna' })).not.toHaveProperty('noData');
});

import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { understand } from '../../commands/understand.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { describeProblem } from '../../src/kpi/parse/problem.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import { useDatabase } from '../support/database.ts';
import { meeting, won } from '../support/facts.ts';
import { storeFacts } from '../support/store-facts.ts';

const db = useDatabase();
/** Sixty people who left no other name. */
const walkIns = Array.from({ length: 60 }, (_, index) => `walk-in ${index}`);
let ask: (words: string) => Promise<string>;

beforeAll(async () => {
  const { workspace, id } = await storeFacts(db(), {
    workspace: { zone: 'Europe/Berlin', currency: 'USD' },
    people: { Olga: { role: 'admin' } },
    customers: { Acme: { segment: 'Enterprise' }, 'Acme Nord': { segment: 'Small' }, 'Lakes & Co': {} },
    deals: [
      won('Olga', '2026-03-02', 100, { customer: 'Acme' }),
      won('Olga', '2026-03-03', 30, { customer: 'Acme Nord' }),
      won('Olga', '2026-03-04', 5, { customer: 'Lakes & Co' }),
      ...walkIns.map((customer) => won('Olga', '2026-03-05', 2, { customer })),
    ],
    products: { Anvil: { price: 20 } },
    prices: [
      { product: 'Anvil', competitor: 'Globex', price: 10, on: '2026-03-02' },
      { product: 'Anvil', competitor: 'Umbrella', price: 40, on: '2026-03-02' },
    ],
    activities: [
      meeting('Olga', '2026-03-10T14:00', { place: 'Berlin' }),
      meeting('Olga', '2026-03-11T14:00', { place: 'Online' }),
      meeting('Olga', '2026-03-12T14:00', { place: 'online' }),
      meeting('Olga', '2026-03-13T14:00'),
    ],
  });
  const where = { workspaceId: workspace.id, name: { startsWith: 'walk-in' } };
  await db().customer.updateMany({ where, data: { name: 'Walkin' } });
  const directory = await loadDirectory(db(), workspace.id);
  const asking = { db: db(), workspace, directory, now: Temporal.Instant.from('2026-03-18T11:00:00Z') };
  ask = async (words) => {
    const parsed = await understand(words, { ...asking, member: { id: id('member', 'Olga') } });
    if (!parsed.ok) return parsed.problems.map(describeProblem).join('\n');
    const { subject, kpis } = await evaluate(asking, parsed.question);
    return `${subject}: ${kpis[0]?.value}`;
  };
});

describe('a question about what people wrote into records', () => {
  it.each([
    ['everyone revenue for Acme', 'Everyone · Acme: 100.00'],
    ['everyone revenue for acme nord', 'Everyone · Acme Nord: 30.00'],
    ['everyone revenue where customer = "Lakes & Co"', 'Everyone · Lakes & Co: 5.00'],
    ['everyone revenue for Walkin', 'Everyone · Walkin: 120.00'],
    ['everyone price index for competitor Globex', 'Everyone · Globex: 200'],
    ['everyone price index where competitor = umbrella', 'Everyone · Umbrella: 50'],
    ['everyone meetings in Berlin', 'Everyone · Berlin: 1'],
    ['everyone meetings where place = berlin or online', 'Everyone · Berlin + Online + online: 3'],
    ['everyone meetings where place = online', 'Everyone · Online + online: 2'],
  ])('%s', async (words, said) => expect(await ask(words)).toBe(said));

  it('asks back for a customer that nobody has', async () => {
    expect(await ask('everyone revenue for Initech')).toContain('Initech');
  });

  it('says of what cannot be filtered by it what can', async () => {
    await expect(ask('everyone calls for Acme')).rejects.toMatchObject({ code: 'kpi.no_dimension' });
  });
});

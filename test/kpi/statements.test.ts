import { expect, it } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { catalogue } from '../../src/kpi/catalogue/index.ts';
import { useDatabase } from '../support/database.ts';
import { call, type Facts, won } from '../support/facts.ts';
import { tell } from './asking.ts';

const db = useDatabase();

/** The database, and the statements about facts that go through it. */
function watched(): { db: Database; statements: Prisma.Sql[] } {
  const statements: Prisma.Sql[] = [];
  const get = (target: Database, name: keyof Database) => {
    const own: unknown = target[name];
    if (name !== '$queryRaw' || typeof own !== 'function') return own;
    return (first: unknown, ...rest: unknown[]) => {
      if (first instanceof Prisma.Sql) statements.push(first);
      return Reflect.apply(own, target, [first, ...rest]);
    };
  };
  return { db: new Proxy(db(), { get: (target, name) => get(target, name as keyof Database) }), statements };
}

const team = (size: number): Facts => ({
  belongs: Array.from({ length: size }, (_, index) => ({ who: `rep ${index}`, team: `team ${index % 3}` })),
  activities: Array.from({ length: size }, (_, index) => call(`rep ${index}`, '2026-03-02')),
  deals: Array.from({ length: size }, (_, index) => won(`rep ${index}`, '2026-03-02', 10)),
});

it.each([
  ['one KPI', ['calls_made'], 1],
  ['two of one kind', ['calls_made', 'meetings_held'], 1],
  ['activities and deals', ['activities_per_win'], 2],
  ['every KPI there is', catalogue.map(({ id }) => id), 13],
])('%s: one statement for each kind of fact, however many people there are', async (_, ids, statements) => {
  for (const size of [2, 20]) {
    const seen = watched();
    await (await tell(seen.db, team(size))).ask(ids);
    expect(seen.statements.length).toBe(statements);
  }
});

it('a breakdown, people or days, costs no statement more', async () => {
  const seen = watched();
  const story = await tell(seen.db, team(5));
  for (const by of ['rep', 'team', 'day', 'hour'] as const) await story.ask(['calls_made', 'calls_answered'], { by });
  expect(seen.statements.length).toBe(4);
});

it('what people are called and ask for is bound, never part of a statement', async () => {
  const nasty = `O'Brien"; DROP TABLE deals; --`;
  const seen = watched();
  const story = await tell(seen.db, {
    belongs: [{ who: nasty, team: nasty, region: nasty }],
    leads: { Lena: { source: nasty } },
    deals: [won(nasty, '2026-03-05', 10, { customer: nasty, lead: 'Lena', lines: [{ product: nasty, price: 10 }] })],
  });
  for (const by of ['rep', 'team', 'region', 'customer', 'product', 'source'] as const) {
    expect(await story.groups('revenue', by)).toEqual({ [nasty]: '10.00' });
  }
  await story.ask(['revenue', 'deals_won'], { whose: nasty });
  const where = [{ by: 'source' as const, keys: [nasty] }];
  expect((await story.kpi('revenue', { where })).value).toBe('10.00');
  await story.ask(['revenue', 'pipeline_value'], { whose: `team ${nasty}`, by: 'week' });
  expect(seen.statements.length).toBeGreaterThan(0);
  for (const { sql, values } of seen.statements) {
    expect(sql).not.toMatch(/Brien|2026|[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(values.length).toBeGreaterThan(0);
  }
});

it('what is no id or KPI is refused, and harms nothing', async () => {
  const story = await tell(db(), team(2));
  await expect(story.ask([`revenue'; DROP TABLE deals; --`])).rejects.toMatchObject({ code: 'kpi.unknown' });
  await expect(story.ask(['revenue'], { by: 'hour' })).rejects.toMatchObject({ code: 'kpi.no_dimension' });
  expect((await story.kpi('deals_won')).value).toBe(2);
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { kpiCommand } from '../../../src/cli/kpi.ts';
import { systemClock } from '../../../src/clock.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { useDatabase } from '../../support/database.ts';
import { Written } from '../../support/written.ts';
import { dump, importPath } from './support.ts';

const folder = join(projectRoot, '..', 'shared', 'data', 'crm');
const files = [
  ['people', 'sales_teams.csv'],
  ['products', 'products.csv'],
  ['customers', 'accounts.csv'],
  ['deals', 'sales_pipeline.csv'],
] as const;

describe.runIf(existsSync(folder))('the public CRM files (where ../shared/data/crm is there)', () => {
  const db = useDatabase();
  const reports = new Map<string, Awaited<ReturnType<typeof importPath>>>();
  beforeAll(async () => {
    for (const [kind, file] of files) reports.set(kind, await importPath(db(), kind, join(folder, file)));
  });
  const number = async (sql: string) => {
    const [row] = await db().$queryRawUnsafe<{ value: string }[]>(`SELECT round(${sql}, 2)::text AS value FROM deals`);
    return Number(row?.value);
  };

  /** What the command line answers, by KPI. */
  const answers = async (words: string) => {
    const out = new Written();
    expect(await kpiCommand([words, '--json'], { db: db(), clock: systemClock, out, err: out })).toBe(0);
    const { kpis } = JSON.parse(out.text) as { kpis: { id: string; value: unknown }[] };
    return Object.fromEntries(kpis.map(({ id, value }) => [id, value]));
  };

  it('import whole', () => {
    expect([...reports].map(([kind, { rows, inserted, bad }]) => [kind, rows, inserted, bad])).toEqual([
      ['people', 35, 35, 0],
      ['products', 7, 7, 0],
      ['customers', 85, 85, 0],
      ['deals', 8800, 8800, 0],
    ]);
  });

  it('take GTXPro for GTX Pro, and say so', () => {
    expect(reports.get('deals')?.nearMisses.some).toEqual([
      { thing: 'product', written: 'GTXPro', matched: 'GTX Pro' },
    ]);
    expect(reports.get('deals')?.created).toMatchObject({ stage: { some: ['Engaging', 'Prospecting'], count: 2 } });
  });

  it('give the published figures', async () => {
    const won = "status = 'won'";
    expect(await number(`count(*) FILTER (WHERE ${won})::numeric`)).toBe(4238);
    expect(await number(`count(*) FILTER (WHERE status = 'lost')::numeric`)).toBe(2473);
    expect(await number(`100.0 * count(*) FILTER (WHERE ${won}) / count(*) FILTER (WHERE status <> 'open')`)).toBe(
      63.15,
    );
    expect(await number(`sum(amount) FILTER (WHERE ${won})`)).toBe(10_005_534);
    expect(await number(`avg(amount) FILTER (WHERE ${won})`)).toBe(2360.91);
    expect(await number(`avg(closed_on - opened_on) FILTER (WHERE ${won})`)).toBeCloseTo(51.8, 1);
    expect(await number(`avg(closed_on - opened_on)`)).toBe(47.99);
    expect(await number(`avg(closed_on - opened_on) FILTER (WHERE status = 'lost')`)).toBeCloseTo(41.5, 1);
  });

  it('give the published figures when the bot is asked', async () => {
    const asked = 'revenue deals_won deals_lost win_rate avg_deal_size sales_cycle 2016-10-01..2017-12-31';
    expect(await answers(asked)).toMatchObject({
      revenue: '10005534.00',
      deals_won: 4238,
      deals_lost: 2473,
      win_rate: expect.closeTo(0.6315, 4),
      avg_deal_size: '2360.91',
      sales_cycle: expect.closeTo(51.8, 1),
    });
  });

  it.each([
    ['2017-Q1', 531, 116, '1134672.00'],
    ['2017-Q2', 1254, 778, '3086111.00'],
    ['2017-Q3', 1257, 790, '2982255.00'],
    ['2017-Q4', 1196, 789, '2802496.00'],
  ])('give the published %s when the bot is asked', async (quarter, deals_won, deals_lost, revenue) => {
    expect(await answers(`deals_won deals_lost revenue ${quarter}`)).toEqual({ deals_won, deals_lost, revenue });
  });

  it('give the published quarters', async () => {
    const quarters = await db().$queryRaw`
      SELECT count(*) FILTER (WHERE status = 'won')::int AS won, count(*) FILTER (WHERE status = 'lost')::int AS lost,
        sum(amount) FILTER (WHERE status = 'won')::int AS revenue
      FROM deals WHERE closed_on IS NOT NULL GROUP BY date_trunc('quarter', closed_on) ORDER BY date_trunc('quarter', closed_on)`;
    expect(quarters).toEqual([
      { won: 531, lost: 116, revenue: 1_134_672 },
      { won: 1254, lost: 778, revenue: 3_086_111 },
      { won: 1257, lost: 790, revenue: 2_982_255 },
      { won: 1196, lost: 789, revenue: 2_802_496 },
    ]);
  });

  it('know the open deals without account, without opening day and without value', async () => {
    const open = { status: 'open' };
    expect(await db().deal.count({ where: { ...open, customerId: null } })).toBe(1425);
    expect(await db().deal.count({ where: { ...open, openedOn: null } })).toBe(500);
    expect(await db().deal.count({ where: { ...open, amount: null } })).toBe(2089);
  });

  it('put 35 agents into six teams, whose managers belong to them', async () => {
    expect(await db().member.count({ where: { role: 'rep' } })).toBe(35);
    expect(await db().member.count({ where: { role: 'manager' } })).toBe(6);
    expect(await db().membership.count({ where: { startsOn: null, endsOn: null, regionId: { not: null } } })).toBe(41);
    const team = await db().team.findFirst({ where: { name: "Dustin Brinkmann's team" }, include: { manager: true } });
    expect(team?.manager?.name).toBe('Dustin Brinkmann');
  });

  it('change nothing when they come again', async () => {
    const before = await dump(db());
    for (const [kind, file] of files) {
      expect(await importPath(db(), kind, join(folder, file))).toMatchObject({ inserted: 0, updated: 0, bad: 0 });
    }
    expect((await dump(db())) === before).toBe(true);
  });
});

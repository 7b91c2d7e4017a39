import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import type { Answer } from '../../src/kpi/answer.ts';
import { catalogue } from '../../src/kpi/catalogue/index.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { everyReader } from '../../src/kpi/survey-reader.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import { useDatabase } from '../support/database.ts';

const today = Temporal.PlainDate.from('2026-11-19');
const now = Temporal.Instant.from('2026-11-19T14:20:00Z');
const db = useDatabase();
let workspaceId = '';
beforeAll(async () => {
  ({ workspaceId } = await seedDemo(db(), { today, now, slackTeamId: 'T01NORTHWND' }));
}, 120_000);

/** Everyone's numbers. */
async function ask(kpis: string[], period: PeriodSpec, by: Dimension[] = []): Promise<Answer> {
  const workspace = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const asking = { db: db(), workspace, directory: await loadDirectory(db(), workspaceId), now, reads: everyReader };
  return evaluate(asking, { kpis, whose: { scope: 'workspace' }, period, by });
}

const thisYear: PeriodSpec = { kind: 'this', unit: 'year' };
const lastQuarter: PeriodSpec = { kind: 'last', unit: 'quarter' };

const notSurveyed = {
  employee_satisfaction: 'not_surveyed',
  enps: 'not_surveyed',
  pulse_participation: 'not_surveyed',
};
// Goals are set month by month, and December's are not set in November: no target covers this year.
const noTarget = { target_attainment: 'no_target', pipeline_coverage: undefined };

test.each([
  ['last quarter', lastQuarter, notSurveyed],
  ['this year', thisYear, noTarget],
])(
  '%s every KPI has a value, but for those that cannot have one',
  { timeout: 60_000 },
  async (_, period, exceptions) => {
    const { kpis } = await ask(
      catalogue.map(({ id }) => id),
      period,
    );
    expect(kpis).toHaveLength(catalogue.length);
    const unknown = kpis.filter(({ value }) => value === null).map(({ id, noData }) => [id, noData]);
    expect(Object.fromEntries(unknown)).toEqual(exceptions);
  },
);

describe('the numbers are such as a company of this size has', () => {
  test.each([
    ['nps', 20, 50],
    ['csat', 0.75, 0.95],
    ['cac', 1_500, 4_000],
    ['clv_to_cac', 2, 8],
    ['price_index', 95, 110],
    ['detractor_follow_up', 2 * 86_400, 10 * 86_400],
  ])('%s lies between %d and %d this year and last quarter', async (id, least, most) => {
    for (const period of [thisYear, lastQuarter]) {
      const [kpi] = (await ask([id], period)).kpis;
      expect(Number(kpi?.value)).toBeGreaterThan(least);
      expect(Number(kpi?.value)).toBeLessThan(most);
    }
  });

  test('winning customers costs less than what is left of the revenue they bring', async () => {
    const { kpis } = await ask(['cac', 'gross_profit'], thisYear);
    expect(Number(kpis[0]?.numerator)).toBeLessThan(0.7 * Number(kpis[1]?.value));
  });
});

const valuesOf = ({ groups }: Answer) => new Map(groups.map(({ label, kpis: [kpi] }) => [label, kpi?.value]));

test('each source and campaign has its cost of a customer, referrals the lowest', async () => {
  const [bySource, byCampaign] = [await ask(['cac'], thisYear, ['source']), await ask(['cac'], thisYear, ['campaign'])];
  expect([...valuesOf(bySource).values(), ...valuesOf(byCampaign).values()]).not.toContain(null);
  const costs = [...valuesOf(bySource)].sort((a, b) => Number(a[1]) - Number(b[1]));
  expect(costs[0]?.[0]).toBe('referral');
});

test('of the products some are dearer than competitors’, some cheaper, and one has no like', async () => {
  const prices = [...valuesOf(await ask(['price_index'], thisYear, ['product']))];
  const names = (fits: (value: number) => boolean) =>
    prices.flatMap(([name, value]) => (value != null && fits(Number(value)) ? name : [])).sort();
  expect(names((value) => value > 103)).toEqual(['Aria Chair', 'Aria Chair Pro', 'Lumen Lamp', 'Quiet Booth']);
  expect(names((value) => value < 99)).toEqual(['Fjord Desk', 'Fjord Desk Plus', 'Harbor Table']);
  expect(prices.filter(([, value]) => value == null)).toEqual([['Care Plan', null]]);
  const byCompetitor = await ask(['price_index'], thisYear, ['competitor']);
  expect([...valuesOf(byCompetitor).keys()].sort()).toEqual(['Deskly', 'Kontor Plus', 'Oakline']);
});

test('customers of the best rep recommend us more than those of the weakest', async () => {
  const byRep = valuesOf(await ask(['nps'], thisYear, ['rep']));
  expect(byRep.get('Jonas Petersen')).toBeGreaterThan(Number(byRep.get('Henrik Voss')) + 10);
});

describe('what customers said', () => {
  const answers = () => db().surveyAnswer.findMany();

  test('they gave an answer in each of the sixteen months, by now, and not at the weekend', async () => {
    const given = await answers();
    const months = new Set(given.map(({ answeredOn }) => answeredOn.toISOString().slice(0, 7)));
    expect(months.size).toBe(16);
    expect(given.filter(({ answeredAt }) => !answeredAt || answeredAt.getTime() > now.epochMilliseconds)).toEqual([]);
    expect(given.filter(({ answeredOn }) => answeredOn.getUTCDay() % 6 === 0)).toEqual([]);
  });

  test('detractors’ cases are solved after the answer and by now; some are open', async () => {
    const given = await answers();
    const solved = given.filter(({ solvedAt }) => solvedAt !== null);
    expect(solved.filter(({ instrument, score }) => instrument !== 'nps' || score > 6)).toEqual([]);
    expect(
      solved.filter(
        ({ solvedAt, answeredAt }) =>
          Number(solvedAt) <= Number(answeredAt) || Number(solvedAt) > now.epochMilliseconds,
      ),
    ).toEqual([]);
    const cases = given.filter(({ instrument, score }) => instrument === 'nps' && score <= 6);
    expect(solved.length / cases.length).toBeGreaterThan(0.7);
    expect(solved.length).toBeLessThan(cases.length - 5);
  });

  test('many say why, and always in the mood of their score', async () => {
    const said = (await answers()).filter(({ comment }) => comment !== null);
    expect(said.length).toBeGreaterThan(150);
    const moods = new Map<string, Set<string>>();
    for (const { instrument, score, comment } of said) {
      const happy = instrument === 'nps' ? score >= 9 : score === 5;
      const unhappy = instrument === 'nps' ? score <= 6 : score <= 2;
      const mood = happy ? 'happy' : unhappy ? 'unhappy' : 'between';
      moods.set(comment ?? '', (moods.get(comment ?? '') ?? new Set()).add(mood));
    }
    expect([...moods.values()].filter((each) => each.size > 1)).toEqual([]);
  });
});

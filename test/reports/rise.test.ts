import { expect, it } from 'vitest';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import type { Question } from '../../src/kpi/question.ts';
import { standingOf } from '../../src/reports/alerts.ts';
import { risePartsBy } from '../../src/reports/rise.ts';
import { tell } from '../kpi/asking.ts';
import { useDatabase } from '../support/database.ts';
import type { AnswerFact, Facts } from '../support/facts.ts';

const db = useDatabase();
const about = (period: PeriodSpec): Question => ({ kpis: ['nps'], whose: { scope: 'workspace' }, period, by: [] });
const lastDays = about({ kind: 'trailing', n: 30, unit: 'day' });
const thisMonth = about({ kind: 'this', unit: 'month' });

/** So many happy and unhappy people of a customer, on a day. */
const answers = (customer: string, when: string, happy: number, unhappy: number, more: Partial<AnswerFact> = {}) =>
  Array.from(
    { length: happy + unhappy },
    (_, index): AnswerFact => ({
      ...{ instrument: 'nps', customer, when, score: index < happy ? 9 : 4, respondent: `${when} ${index}`, ...more },
    }),
  );

const facts: Facts = {
  workspace: { zone: 'Europe/Berlin' },
  regions: ['Alps', 'Coast'],
  customers: { Acme: { region: 'Alps' }, Globex: { region: 'Coast' }, Initech: {} },
  belongs: [
    { who: 'anna', team: 'North' },
    { who: 'ben', team: 'North' },
  ],
  answers: [
    ...answers('Acme', '2025-12-15', 40, 4, { about: 'anna' }),
    ...answers('Globex', '2026-01-15', 40, 4, { about: 'ben' }),
    ...answers('Acme', '2026-03-05', 4, 9, { about: 'anna' }),
    ...answers('Globex', '2026-03-06', 8, 1, { about: 'ben' }),
    ...answers('Initech', '2026-03-07', 5, 2, { about: 'ben' }),
    // Who has answered twice within the days counts once, as they think now.
    { instrument: 'nps', customer: 'Acme', when: '2026-03-01', score: 2, respondent: '2026-03-05 0' },
  ],
};

it('of detractors is an alert when chance would hardly have it, against three periods before', async () => {
  const story = await tell(db(), facts);
  const standing = await standingOf(story.at('2026-03-18T09:00'), { kind: 'rise', question: lastDays });
  expect(standing).toMatchObject({
    isBroken: true,
    round: '',
    rise: { now: { count: 12, of: 29 }, before: { count: 8, of: 88 } },
  });
  expect(standing.rise?.since.toString()).toBe('2025-11-18');
  expect(standing.rise?.chance).toBeLessThan(0.001);
  // Of a month that begins anew, three whole ones before it.
  const monthly = await standingOf(story.at('2026-03-18T09:00'), { kind: 'rise', question: thisMonth });
  expect(monthly).toMatchObject({ isBroken: true, round: '2026-03-01', rise: { before: { count: 8, of: 88 } } });
  expect(monthly.rise?.since.toString()).toBe('2025-12-01');
});

it('is none before it came, and nothing is known where nobody answered', async () => {
  const story = await tell(db(), facts);
  const at = async (moment: string) =>
    (await standingOf(story.at(moment), { kind: 'rise', question: lastDays })).isBroken;
  expect(await at('2026-01-20T09:00')).toBe(false);
  expect(await at('2025-12-20T09:00')).toBeNull();
  expect(await at('2026-05-20T09:00')).toBeNull();
});

it('stands with where it is: the most unhappy first, those with none left out', async () => {
  const story = await tell(db(), facts);
  const asking = story.at('2026-03-18T09:00');
  expect(await risePartsBy(asking, lastDays, 'region')).toEqual([
    { label: 'Alps', now: { count: 9, of: 13 }, before: { count: 4, of: 44 } },
    { label: expect.stringMatching(/region/), now: { count: 2, of: 7 }, before: null },
    { label: 'Coast', now: { count: 1, of: 9 }, before: { count: 4, of: 44 } },
  ]);
  const people = await risePartsBy(asking, lastDays, 'rep');
  expect(people.map(({ label, now }) => [label, now.count])).toEqual([
    ['anna', 9],
    ['ben', 3],
  ]);
});

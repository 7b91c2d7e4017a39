import { expect, it } from 'vitest';
import { loadDirectory } from '../../src/people/directory.ts';
import { markReceived } from '../../src/records/data-sources.ts';
import { ruleSchema, standingOf, usualRange } from '../../src/reports/alerts.ts';
import { tell } from '../kpi/asking.ts';
import { useDatabase } from '../support/database.ts';
import { call, type Facts, open, won } from '../support/facts.ts';

const db = useDatabase();

/** Anna's calls on the Wednesdays of ten weeks, 18 March 2026 being the last: 4 or 6 a week, then 5, then 1. */
const weeks = ['01-14', '01-21', '01-28', '02-04', '02-11', '02-18', '02-25', '03-04', '03-11', '03-18'];
const calls = [5, 4, 6, 4, 6, 4, 6, 4, 6, 1];
const facts: Facts = {
  workspace: { zone: 'Europe/Berlin', currency: 'USD' },
  belongs: [{ who: 'anna', team: 'North' }],
  activities: weeks.flatMap((day, week) =>
    Array.from({ length: calls[week] ?? 0 }, (_, index) => call('anna', `2026-${day}T09:0${index}`)),
  ),
  deals: [won('anna', '2026-03-05T10:00', 3_000)],
  targets: [{ kpi: 'revenue', whose: 'anna', from: '2026-03-01', to: '2026-04-01', value: 10_000 }],
};
const wednesday = '2026-03-18T11:00';

it('compares a number with a limit, a share of its target, or what is usual up to the same moment', async () => {
  const story = await tell(db(), facts);
  const question = (kpi: string, unit: 'week' | 'month') => ({
    kpis: [kpi],
    whose: { scope: 'member' as const, memberId: story.id('member', 'anna') },
    period: { kind: 'this' as const, unit },
    by: [],
  });
  const standing = (rule: unknown, at = wednesday) => standingOf(story.at(at), ruleSchema.parse(rule));
  const weekly = { question: question('calls_made', 'week') };
  expect(await standing({ kind: 'limit', ...weekly, side: 'below', value: 2 })).toMatchObject({
    isBroken: true,
    round: '2026-03-16',
    limits: [2],
  });
  expect(await standing({ kind: 'limit', ...weekly, side: 'below', value: 1 })).toMatchObject({ isBroken: false });
  expect(await standing({ kind: 'limit', ...weekly, side: 'above', value: 0 })).toMatchObject({ isBroken: true });

  const monthly = { question: question('revenue', 'month') };
  const ofTarget = (share: number) => standing({ kind: 'target', ...monthly, side: 'below', share });
  expect(await ofTarget(0.5)).toMatchObject({ isBroken: true, limits: [5_000] });
  expect(await ofTarget(0.3)).toMatchObject({ isBroken: false });
  // Without a target there is nothing to judge by.
  const noTarget = { kind: 'target', ...weekly, side: 'below', share: 1 };
  expect(await standing(noTarget)).toMatchObject({ isBroken: null });

  // 14,000 open beside the 7,000 that are left to the target.
  const withPipeline = await tell(db(), {
    ...facts,
    deals: [...(facts.deals ?? []), open('anna', { amount: 14_000, states: [{ from: '2026-03-02' }] })],
  });
  const anna = { scope: 'member' as const, memberId: withPipeline.id('member', 'anna') };
  const coverage = { ...question('pipeline_coverage', 'month'), whose: anna };
  const covered = (value: number) =>
    standingOf(withPipeline.at(wednesday), { kind: 'limit', question: coverage, side: 'below', value });
  expect(await covered(3)).toMatchObject({ isBroken: true });
  expect(await covered(2)).toMatchObject({ isBroken: false });

  // 4 and 6 by turns: mean 5, and two standard deviations of the sample 2.14.
  const usual = await standing({ kind: 'usual', ...weekly, side: 'either' });
  expect(usual).toMatchObject({ isBroken: true });
  expect(usual.limits.map((limit) => Math.round(limit * 100) / 100)).toEqual([2.86, 7.14]);
  expect(await standing({ kind: 'usual', ...weekly, side: 'above' })).toMatchObject({ isBroken: false });
  // By Wednesday at eight there has never been a call, so that the first would not be told; fewer than eight weeks tell nothing.
  expect(await standing({ kind: 'usual', ...weekly, side: 'either' }, '2026-03-18T08:00')).toMatchObject({
    isBroken: null,
    limits: [],
  });
  expect(await standing({ kind: 'usual', ...weekly, side: 'either' }, '2026-02-25T11:00')).toMatchObject({
    isBroken: null,
  });
});

it('what was the same in all eight periods is unusual from two more or less on, and what never was is not judged', () => {
  const eight = (value: number) => Array.from({ length: 8 }, () => value);
  expect(usualRange(eight(5), true)).toEqual([4, 6]);
  expect(usualRange(eight(5), false)).toEqual([5, 5]);
  expect(usualRange([...eight(0).slice(1), 1], true)?.[1]).toBeGreaterThan(1);
  expect(usualRange(eight(0), true)).toBeNull();
  expect(usualRange(eight(0), false)).toBeNull();
});

it('a source is silent when whole working days have gone by without it', async () => {
  const story = await tell(db(), facts);
  const { workspace, now } = story.at('2026-03-13T16:00');
  await markReceived(db(), workspace.id, 'crm', now);
  const directory = await loadDirectory(db(), workspace.id);
  const silent = async (at: string, days: number, source = 'crm') =>
    (await standingOf({ ...story.at(at), directory }, { kind: 'silence', source, days })).isBroken;
  // Friday afternoon; Monday is not over until Tuesday.
  expect(await silent('2026-03-16T18:00', 1)).toBe(false);
  expect(await silent('2026-03-17T09:00', 1)).toBe(true);
  expect(await silent('2026-03-17T09:00', 2)).toBe(false);
  expect(await silent('2026-03-17T09:00', 1, 'unknown')).toBeNull();
});

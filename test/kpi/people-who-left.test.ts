import { expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { type Facts, won } from '../support/facts.ts';
import { days, tell } from './asking.ts';

const db = useDatabase();
const april = days('2026-04-01', '2026-04-30');

/** In Berlin's days Ben left on 31 March, though in Greenwich it was still the 30th; Cleo left on 1 April. */
const facts: Facts = {
  workspace: { zone: 'Europe/Berlin' },
  people: { anna: {}, ben: { deactivated: '2026-03-30T22:30Z' }, cleo: { deactivated: '2026-04-01T00:30' } },
  belongs: ['anna', 'ben', 'cleo'].map((who) => ({ who, team: 'North' })),
  deals: [won('ben', '2026-03-05', 10)],
};

it('a period that began after somebody left does not show them, earlier ones do', async () => {
  const { groups } = await tell(db(), facts);
  expect(await groups('revenue', 'rep')).toEqual({ ben: '10.00', anna: '0.00', cleo: '0.00' });
  expect(await groups('revenue', 'rep', { period: april })).toEqual({ anna: '0.00', cleo: '0.00' });
  expect(await groups('revenue', 'rep', { period: april, whose: 'team North' })).toEqual({
    anna: '0.00',
    cleo: '0.00',
  });
  expect(await groups('revenue', 'rep', { period: days('2026-03-31', '2026-04-02') })).toHaveProperty('ben');
});

it('what came in under their name later is still counted, and shown', async () => {
  const { groups, kpi } = await tell(db(), { ...facts, deals: [won('ben', '2026-04-05', 7)] });
  expect((await kpi('revenue', { period: april })).value).toBe('7.00');
  expect(await groups('revenue', 'rep', { period: april })).toMatchObject({ ben: '7.00' });
});

it('their target counts with the team’s only while they are there', async () => {
  const months = ['2026-03-01 2026-04-01', '2026-04-01 2026-05-01'].map((span) => span.split(' '));
  const targets = months.flatMap(([from = '', to = '']) =>
    ['anna', 'ben'].map((whose) => ({ kpi: 'revenue', whose, from, to, value: 100 })),
  );
  const { kpi } = await tell(db(), { ...facts, targets });
  const [three, two] = [
    { target: null, targetOf: { withTarget: 2, members: 3, sum: '200.00' } },
    { target: null, targetOf: { withTarget: 1, members: 2, sum: '100.00' } },
  ];
  for (const whose of [undefined, 'team North']) {
    const of = whose ? { whose } : {};
    expect(await kpi('revenue', of)).toMatchObject(three);
    expect(await kpi('revenue', { ...of, period: april })).toMatchObject(two);
  }
  expect(await kpi('revenue', { whose: 'ben', period: april })).toMatchObject({ target: '100.00' });
});

import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Answer } from '../../../src/kpi/answer.ts';
import { catalogue } from '../../../src/kpi/catalogue/index.ts';
import { answerMessage } from '../../../src/slack/messages/answer.ts';
import { kpiValue } from '../../support/answers.ts';
import { plain } from '../../support/reading.ts';

const now = Temporal.Instant.from('2026-03-18T11:00:00Z');
const [from, to] = [Temporal.PlainDate.from('2026-03-01'), Temporal.PlainDate.from('2026-04-01')];
const period = { from, to, running: false } as Answer['period'];
const kpis = catalogue.map(({ id, unit }) => kpiValue({ id, unit, value: 1 }));
const group = (index: number) => ({ key: String(index), label: `Group ${index}`, kpis });
const all: Answer = {
  question: {
    kpis: catalogue.map(({ id }) => id),
    whose: { scope: 'workspace' },
    period: { kind: 'this', unit: 'month' },
    by: [],
  },
  ...{ subject: 'Everyone', period, comparison: period, kpis, groups: [], moreGroups: 0 },
  ...{ nothingRecorded: false, freshness: [], currency: 'USD' },
};
const lines = Array.from({ length: 90 }, (_, index) => `line ${index}`);
const moment = { now, zone: 'UTC', isPrivate: true, canShare: true, picture: { kind: 'numbers' as const, lines } };

it.each([
  ['as a whole', all],
  ['by something', { ...all, groups: Array.from({ length: 30 }, (_, index) => group(index)) }],
])('every number there is, %s, fits into one message, which says how many are not shown', (_, answer) => {
  const { blocks } = answerMessage(answer, moment);
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(JSON.stringify(blocks)).toContain(`${catalogue.length - 36} more numbers are not shown`);
});

it('one number hides none', () => {
  const { blocks } = answerMessage({ ...all, kpis: kpis.slice(0, 36) }, moment);
  expect(JSON.stringify(blocks)).not.toContain('not shown');
});

it('each line of a breakdown says how it moved, since the footer says against what', () => {
  const revenue = (value: string | null, previous: string | null) => [
    kpiValue({ id: 'revenue', unit: 'money', currency: 'USD', value, previous }),
  ];
  const groups = [
    { key: 'e', label: 'East', kpis: revenue('12000.00', '9600.00') },
    { key: 'w', label: 'West', kpis: revenue('900.00', '0.00') },
    { key: 'n', label: 'North', kpis: revenue('50.00', null) },
  ];
  const { blocks } = answerMessage({ ...all, kpis: revenue('12950.00', '9600.00'), groups }, moment);
  const said = JSON.stringify(blocks).replaceAll('\u00a0', ' ');
  expect(said).toContain('East  *$12,000*  ▲ 25 %\\nWest  *$900*  $0 before\\nNorth  *$50*');
  expect(said).toContain('*Everyone*  *$12,950*  ▲ 35 %');
  expect(said).toContain('Compared with');
});

it('a share of counted things says in each line of how many it is, one of money does not', () => {
  const rate = (won: number, decided: number, target: number | null = null) =>
    kpiValue({ id: 'win_rate', unit: 'rate', value: won / decided, numerator: won, denominator: decided, target });
  const margin = kpiValue({ id: 'gross_margin', unit: 'rate', value: 0.4, numerator: '2.00', denominator: '5.00' });
  const none = kpiValue({ id: 'win_rate', unit: 'rate', numerator: 0, denominator: 0 });
  const group = (label: string, ...kpis: Answer['kpis']) => ({ key: label, label, kpis });
  const said = (kpis: Answer['kpis'], groups: Answer['groups']) =>
    plain(JSON.stringify(answerMessage({ ...all, kpis, groups }, moment).blocks));

  const east = { ...group('East', rate(2, 5, 0.3)), groups: [group('Anna', rate(1, 2))] };
  expect(said([rate(202, 505)], [east, group('West', rate(200, 500)), group('North', none)])).toMatch(
    /\*Everyone\* {2}\*40 %\* \(202 of 505\).*East {2}\*40 %\* \(2 of 5\) \/ 30 %\\n• Anna {2}\*50 %\* \(1 of 2\)\\nWest {2}\*40 %\* \(200 of 500\).*North {2}\*–\*"/,
  );
  expect(
    said([rate(202, 505), margin], [group('East', rate(2, 5), margin), group('West', rate(1, 2), margin)]),
  ).toMatch(/East \*40 %\* \(2 of 5\) · West \*50 %\* \(1 of 2\).*East \*40 %\* · West \*40 %\*/);
});

it('targets of people that are read as whole ones are said to be so, as they are more than the one of all', () => {
  const calls = (value: number, target: number) => [kpiValue({ id: 'calls_made', unit: 'count', value, target })];
  const groups = ['Anna', 'Ben', 'Carl'].map((label) => ({ key: label, label, kpis: calls(2, 9.5) }));
  const answer = { ...all, kpis: calls(6, 28.5), groups };
  const said = plain(JSON.stringify(answerMessage(answer, moment).blocks));
  expect(said).toContain('*Everyone*  *6* / 29');
  expect(said).toContain('Anna  *2* / 10');
  expect(said).toContain('rounded up to whole ones');
  const whole = groups.map((group) => ({ ...group, kpis: calls(2, 10) }));
  expect(JSON.stringify(answerMessage({ ...answer, groups: whole }, moment).blocks)).not.toContain('rounded up');
});

it('who asks why is told first whether it is up or down, as they may have taken it for the other', () => {
  const revenue = (value: string, previous: string | null) =>
    kpiValue({ id: 'revenue', unit: 'money', currency: 'USD', value, previous });
  const said = (kpi: Answer['kpis'][number], why = true) => {
    const question = { ...all.question, kpis: [kpi.id], ...(why ? { why: true as const } : {}) };
    return plain(JSON.stringify(answerMessage({ ...all, question, kpis: [kpi] }, moment).blocks));
  };
  expect(said(revenue('1200.00', '1000.00'))).toContain('"Revenue is up: $1,200, $1,000 before.\\nWhat is behind it');
  expect(said(revenue('900.00', '1000.00'))).toContain('Revenue is down: $900, $1,000 before.');
  expect(said(revenue('900.00', '900.00'))).toContain('Revenue is the same as before: $900.');
  expect(said(revenue('900.00', null))).not.toContain('Revenue is');
  expect(said(revenue('1200.00', '1000.00'), false)).not.toContain('Revenue is');
  const csat = { id: 'csat', unit: 'rate' as const, value: 0.8, previous: 0.7, changeMargin: 0.2 };
  expect(said(kpiValue(csat))).toContain(
    'satisfaction is no other than before, as far as chance goes: 80 %, 70 % before.',
  );
});

it('a comparison with a period that is not wholly on record is told once, also to who hears the message', () => {
  const partial = kpis.map((kpi) => ({ ...kpi, previous: 1, recordsBegin: '2025-05-12' }));
  const { text, blocks } = answerMessage({ ...all, kpis: partial.slice(0, 5) }, moment);
  const sentence = 'Records begin on 12 May 2025: the earlier period is incomplete.';
  expect(text).toMatch(new RegExp(`${sentence}$`));
  expect(JSON.stringify(blocks).split(sentence)).toHaveLength(2);
});

it('a heat map is told by its highest and lowest hours with enough calls, below the picture', () => {
  const rate = (answered: number, made: number) =>
    kpiValue({ id: 'call_answer_rate', unit: 'rate', value: answered / made, numerator: answered, denominator: made });
  const hours = [rate(9, 10), rate(8, 10), rate(7, 10), rate(6, 10), rate(1, 10), rate(4, 4), rate(0, 2)];
  const heat: Answer = {
    ...all,
    question: { ...all.question, kpis: ['call_answer_rate'], by: ['weekday', 'hour'] },
    kpis: [rate(35, 56)],
    groups: [
      {
        ...{ key: '1', label: 'Monday', kpis: [rate(35, 56)] },
        groups: hours.map((kpi, index) => ({ key: String(index + 8), label: `${index + 8}:00`, kpis: [kpi] })),
      },
    ],
  };
  const shown = {
    ...moment,
    picture: { kind: 'address' as const, url: 'https://example.com/a.png', alt: 'A heat map' },
  };
  const { blocks } = answerMessage(heat, shown);
  const said = plain(blocks.map((block) => JSON.stringify(block)).join('\n'));
  expect(said.indexOf('Monday')).toBeGreaterThan(said.indexOf('example.com'));
  expect(said).toContain(
    'Highest\\n• Monday 8:00  *90 %* (9 of 10)\\n• Monday 9:00  *80 %* (8 of 10)\\n• Monday 10:00',
  );
  expect(said).toContain('Lowest\\n• Monday 12:00  *10 %* (1 of 10)\\n• Monday 11:00');
  expect(said).toContain('2 of 7 have fewer than 5 calls and are not named. *As CSV* has them all.');
  expect(said).not.toMatch(/Monday 1[34]:00/);
  expect(said).toContain('"text":"As CSV"');
  expect(plain(JSON.stringify(answerMessage(heat, { ...shown, isPrivate: false }).blocks))).not.toContain('As CSV');
});

it('a heat map of a count names no lowest hours, because those with nothing are in none of its groups', () => {
  const made = (value: number) => kpiValue({ id: 'calls_made', unit: 'count', value, numerator: value });
  const heat: Answer = {
    ...all,
    question: { ...all.question, kpis: ['calls_made'], by: ['weekday', 'hour'] },
    kpis: [made(20)],
    groups: [
      {
        ...{ key: '1', label: 'Monday', kpis: [made(20)] },
        groups: [9, 5, 3, 2, 1].map((count, index) => ({ key: `${index}`, label: `${index}:00`, kpis: [made(count)] })),
      },
    ],
  };
  const said = plain(JSON.stringify(answerMessage(heat, moment).blocks));
  expect(said).toContain('Highest\\n• Monday 0:00  *9*');
  expect(said).not.toContain('Lowest');
});

it('attainments are called so once, not each', () => {
  const attainment = (id: string, value: number) => kpiValue({ id: `target_attainment:${id}`, unit: 'rate', value });
  const both = { ...all, kpis: [attainment('revenue', 0.5), attainment('deals_won', 0.25)] };
  const { text, blocks } = answerMessage(both, moment);
  expect(plain(text)).toBe('Everyone, 1–31 Mar 2026: attainment of Revenue 50 %; Deals won 25 %.');
  expect(plain(JSON.stringify(blocks))).toContain('*Deals won*  25 %');
  expect(JSON.stringify(blocks)).not.toContain('Attainment:');
  expect(plain(answerMessage({ ...all, kpis: both.kpis.slice(0, 1) }, moment).text)).toContain(
    'Attainment: Revenue 50 %',
  );
});

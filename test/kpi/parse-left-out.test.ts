/** "Without webinar" cannot be asked: people are told so, and shown where each has its line. Never is it put in instead. */
import { expect, test } from 'vitest';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { describeProblem } from '../../src/kpi/parse/problem.ts';
import type { Vocabulary } from '../../src/kpi/parse/vocabulary.ts';
import { valueWords } from '../../src/language/en/dimension-words.ts';
import { asked, office } from './parse-vocabulary.ts';

const outcomes = Object.entries(valueWords.outcome).map(([key, words]) => ({
  ...{ by: 'outcome' as const, keys: [key], words },
}));
const able: Record<string, Vocabulary['kpis'][number]['dimensions']> = {
  calls_made: ['rep', 'team', 'outcome', 'month'],
  leads_generated: ['rep', 'team', 'source', 'month'],
};
const shop: Vocabulary = {
  ...office,
  kpis: office.kpis.map((kpi) => ({ ...kpi, dimensions: able[kpi.id] ?? ['rep', 'team', 'region', 'product'] })),
  values: [...office.values, ...outcomes],
};

function told(words: string) {
  const parsed = parseQuestion(words, shop);
  if (parsed.ok) throw new Error(`understood: ${words}`);
  const buttons = parsed.problems.flatMap((problem) => ('candidates' in problem ? problem.candidates : []));
  return { lines: parsed.problems.map(describeProblem), buttons, corrected: parsed.corrected };
}

test.each([
  ['leads without webinar', 'by source', 'leads by source'],
  ['leads not from webinar last month', 'by source', 'leads by source last month'],
  ['leads except webinar or trade fair', 'by source', 'leads by source'],
  ['leads not from webinar or trade fair', 'by source', 'leads by source'],
  ['leads where source is not webinar by month', 'by source', 'leads by source by month'],
  ['leads where source != webinar', 'by source', 'leads by source'],
  ['leads by source excluding webinar', 'by source', 'leads by source'],
  ['leads by rep no webinar', 'by source', 'leads by rep by source'],
  ['calls not answered', 'by outcome', 'calls by outcome'],
  ['calls w/o voicemail yesterday', 'by outcome', 'calls by outcome yesterday'],
  ['revenue other than East', 'by region', 'revenue by region'],
  ['everyone but Anna Smith', 'by person', 'everyone by rep'],
  ['all revenue apart from team North', 'by team', 'all revenue by team'],
  ['revnue without East', '', ''],
  ['calls without webinar', '', ''],
  ['leads without xyzzy', '', ''],
  ['no calls today', '', ''],
  ['leads but by month', '', ''],
])('“%s” is answered with a button “%s”', (words, label, question) => {
  const { lines, buttons, corrected } = told(words);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^I cannot leave things out yet/);
  expect(buttons).toEqual(label ? [{ label, words: question }] : []);
  expect(corrected).toEqual([]);
});

test('the sentence says what to ask instead', () => {
  expect(told('leads without webinar').lines).toEqual([
    'I cannot leave things out yet (`without`), but I can show each on a line of its own: ask `leads by source`.',
  ]);
  expect(told('calls without webinar').lines[0]).toContain('such as `leads by source`');
});

test('who has none is told by who has the fewest', () => {
  expect(told('who made no calls').buttons).toEqual([
    { label: 'who made fewest calls', words: 'who made fewest calls' },
  ]);
  expect(asked('who made fewest calls')).toMatchObject({ kpis: ['calls_made'], by: ['rep'], order: 'lowest' });
});

test('of several numbers that can be meant each is offered with its lines', () => {
  expect(told('deals without East').buttons.map(({ words }) => words)).toEqual([
    'deals_won by region',
    'deals_lost by region',
    'new_opportunities by region',
  ]);
});

test('a name with such a word in it is that name', () => {
  const named = { by: 'source' as const, keys: ['Not sure'], words: ['Not sure'] };
  const parsed = parseQuestion('leads not sure', { ...shop, values: [...shop.values, named] });
  expect(parsed).toMatchObject({ problems: [{ kind: 'ambiguous', candidates: [{ label: 'the source Not sure' }] }] });
});

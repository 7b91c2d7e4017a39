/** Words with several meanings: people are asked which, with a question for each. */
import { expect, test } from 'vitest';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { describeProblem } from '../../src/kpi/parse/problem.ts';
import type { Value } from '../../src/kpi/parse/vocabulary.ts';
import { office } from './parse-vocabulary.ts';

const withValues = (...more: readonly Value[]) => ({ ...office, values: [...office.values, ...more] });

/** What can be meant by each word that can mean several things, and the question that settles it. */
function choices(words: string, vocabulary = office): Record<string, Record<string, string>> {
  const parsed = parseQuestion(words, vocabulary);
  const problems = parsed.ok ? [] : parsed.problems;
  const asked = problems.map((problem) => {
    if (problem.kind !== 'ambiguous') throw new Error(`${words}: ${problem.kind}`);
    return [problem.word, Object.fromEntries(problem.candidates.map((each) => [each.label, each.words]))] as const;
  });
  return Object.fromEntries(asked);
}

function lines(words: string): string[] {
  const parsed = parseQuestion(words, office);
  return parsed.ok ? [] : parsed.problems.map(describeProblem);
}

test('a name that several things have is asked about, one alone too: it does not say that only this counts', () => {
  const campaign = { by: 'campaign' as const, keys: ['webinar'], words: ['webinar'] };
  expect(choices('leads webinar', withValues(campaign))).toEqual({
    webinar: {
      'the source webinar': 'leads where source = webinar',
      'the campaign webinar': 'leads where campaign = webinar',
    },
  });
  expect(lines('leads trade fair')).toEqual([
    '`trade fair` can mean the source trade fair. Ask `leads where source = trade fair`.',
  ]);
});

test('“deals” may be those won, lost or new', () => {
  expect(choices('team deals')).toEqual({
    deals: {
      'deals won (a number)': 'team deals_won',
      'deals lost (a number)': 'team deals_lost',
      'new opportunities (a number)': 'team new_opportunities',
    },
  });
});

test('names side by side may be teams or regions', () => {
  const regions = ['North', 'Sales'].map((name) => ({ by: 'region' as const, keys: [`r-${name}`], words: [name] }));
  expect(choices('revenue North vs Sales', withValues(...regions))).toEqual({
    'North vs Sales': {
      'the team North and the team Sales': 'revenue team North vs team Sales',
      'the region North and the region Sales': 'revenue where region = North vs where region = Sales',
    },
  });
});

test('a first name of two people asks which, in questions that settle it', () => {
  expect(choices('anna’s revenue last month')).toEqual({
    'anna’s': { 'Anna Smith': 'Anna Smith revenue last month', 'Anna Jones': 'Anna Jones revenue last month' },
  });
  expect(lines('anna')).toEqual(['`anna` can mean Anna Smith or Anna Jones. Ask `Anna Smith` or `Anna Jones`.']);
});

test('two people with the same name are told apart by mention and id', () => {
  const parsed = parseQuestion('sam twin', office);
  expect(parsed).toHaveProperty('problems.0.candidates', [
    { label: 'Sam Twin', words: '<@U8>' },
    { label: 'Sam Twin', words: '@twin-2' },
  ]);
});

test('a funnel may be of leads or of deals, and “weekly” of each week or of this one', () => {
  expect(choices('team funnel last month')).toEqual({
    funnel: {
      'the funnel of leads': 'team lead funnel last month',
      'the funnel of deals': 'team deal funnel last month',
    },
  });
  expect(choices('team calls weekly')).toEqual({
    weekly: { 'by week': 'team calls by week', 'this week (a period)': 'team calls this week' },
  });
});

test('a name that is also a month or a number is asked about', () => {
  expect(lines('april')).toEqual([
    '`april` can mean april (a period) or April Young. Ask `in april` or `April Young`.',
  ]);
  expect(lines('sales')).toEqual([
    '`sales` can mean revenue (a number) or the team Sales. Ask `revenue` or `team Sales`.',
  ]);
});

test('a place that is also a team is asked about, in questions that settle it', () => {
  expect(choices('revenue in rocket')).toEqual({
    'in rocket': {
      'the team Team Rocket': 'revenue Team Rocket',
      'the region Rocket': 'revenue where region = Rocket',
    },
  });
});

test('“where rep = anna” may be either Anna, also behind “or”', () => {
  expect(choices('all where rep = anna')).toMatchObject({
    'where rep = anna': { 'the rep Anna Smith': 'all where rep = Anna Smith' },
  });
  expect(choices('all where rep = berg or anna')).toMatchObject({
    'or anna': { 'the rep Anna Smith': 'all where rep = berg where rep = Anna Smith' },
  });
});

test('what would contradict the rest of the question is not offered', () => {
  expect(choices('april calls last month')).toEqual({ april: { 'April Young': 'April Young calls last month' } });
  expect(choices('deals daily today')).toMatchObject({ daily: { 'by day': 'deals by day today' } });
});

test('where none is left, what is wrong with all of them is told', () => {
  expect(lines('anna and berg')).toEqual([
    '`Anna Smith` and `berg` are different people or teams. Ask about one of them at a time.',
  ]);
});

test('beside an unknown word it waits, or comes with the word mended', () => {
  expect(lines('deals xylophone')).toEqual(['I do not know `xylophone`. `help` shows examples that work.']);
  expect(parseQuestion('anna revnue', office)).toMatchObject({
    problems: [{ kind: 'unknown', word: 'revnue' }],
    corrected: ['Anna Smith revenue', 'Anna Jones revenue'],
  });
});

test('what a number cannot be filtered by is not offered beside what it can', () => {
  const campaign = { by: 'campaign' as const, keys: ['webinar'], words: ['webinar'] };
  const kpis = office.kpis.map((kpi) => ({ ...kpi, dimensions: ['source'] as const }));
  const labels = Object.keys(choices('leads webinar', { ...withValues(campaign), kpis }).webinar ?? {});
  expect(labels).toEqual(['the source webinar']);
});

test('a word that its neighbour would swallow is offered as the whole question', () => {
  const wins = { id: 'attainment_of_wins', words: ['deals won attainment', 'deals_won attainment'] };
  const { deals } = choices('deals attainment', { ...office, kpis: [...office.kpis, wins] });
  expect(deals).toHaveProperty(['deals_won attainment'], 'deals_won attainment');
  expect(deals).toHaveProperty(['deals lost (a number)'], 'deals_lost attainment');
});

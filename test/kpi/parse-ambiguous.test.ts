/** Words with several meanings: people are asked which, with a question for each. */
import { expect, test } from 'vitest';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { describeProblem, type ParseProblem } from '../../src/kpi/parse/problem.ts';
import { office } from './parse-vocabulary.ts';

function problems(words: string): readonly ParseProblem[] {
  const parsed = parseQuestion(words, office);
  return parsed.ok ? [] : parsed.problems;
}
const lines = (words: string) => problems(words).map(describeProblem);

test('a name that several things have is asked about, one alone too: it does not say that only this counts', () => {
  const campaign = { by: 'campaign' as const, keys: ['webinar'], words: ['webinar'] };
  const parsed = parseQuestion('leads webinar', { ...office, values: [...office.values, campaign] });
  expect(parsed).toHaveProperty('problems', [
    {
      kind: 'ambiguous',
      word: 'webinar',
      candidates: [
        { label: 'the source webinar', words: 'leads where source = webinar' },
        { label: 'the campaign webinar', words: 'leads where campaign = webinar' },
      ],
    },
  ]);
  expect(lines('leads trade fair')).toEqual([
    '`trade fair` can mean the source trade fair. Ask `leads where source = trade fair`.',
  ]);
});

test('“deals” may be those won, lost or new', () => {
  expect(problems('team deals')).toMatchObject([
    {
      kind: 'ambiguous',
      candidates: [{ words: 'team deals_won' }, { words: 'team deals_lost' }, { words: 'team new_opportunities' }],
    },
  ]);
});

test('names side by side may be teams or regions', () => {
  const regions = ['North', 'Sales'].map((name) => ({ by: 'region' as const, keys: [`r-${name}`], words: [name] }));
  const parsed = parseQuestion('revenue North vs Sales', { ...office, values: [...office.values, ...regions] });
  expect(parsed).toMatchObject({
    problems: [
      {
        kind: 'ambiguous',
        word: 'North vs Sales',
        candidates: [
          { label: 'the team North and the team Sales', words: 'revenue team North vs team Sales' },
          {
            label: 'the region North and the region Sales',
            words: 'revenue where region = North vs where region = Sales',
          },
        ],
      },
    ],
  });
});

test('a first name of two people asks which, in questions that settle it', () => {
  expect(problems('anna’s revenue last month')).toEqual([
    {
      kind: 'ambiguous',
      word: 'anna’s',
      candidates: [
        { label: 'Anna Smith', words: 'Anna Smith revenue last month' },
        { label: 'Anna Jones', words: 'Anna Jones revenue last month' },
      ],
    },
  ]);
  expect(lines('anna')).toEqual(['`anna` can mean Anna Smith or Anna Jones. Ask `Anna Smith` or `Anna Jones`.']);
});

test('two people with the same name are told apart by mention and id', () => {
  const [problem] = problems('sam twin');
  expect(problem).toHaveProperty('candidates', [
    { label: 'Sam Twin', words: '<@U8>' },
    { label: 'Sam Twin', words: '@twin-2' },
  ]);
});

test('a funnel may be of leads or of deals: people are asked which', () => {
  expect(problems('team funnel last month')).toMatchObject([
    {
      kind: 'ambiguous',
      word: 'funnel',
      candidates: [
        { label: 'the funnel of leads', words: 'team lead funnel last month' },
        { label: 'the funnel of deals', words: 'team deal funnel last month' },
      ],
    },
  ]);
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
  expect(problems('revenue in rocket')).toEqual([
    {
      kind: 'ambiguous',
      word: 'in rocket',
      candidates: [
        { label: 'the team Team Rocket', words: 'revenue Team Rocket' },
        { label: 'the region Rocket', words: 'revenue where region = Rocket' },
      ],
    },
  ]);
});

test('“where rep = anna” may be either Anna, also behind “or”', () => {
  expect(problems('all where rep = anna')).toMatchObject([
    { kind: 'ambiguous', candidates: [{ words: 'all where rep = Anna Smith' }] },
  ]);
  expect(problems('all where rep = berg or anna')).toMatchObject([
    { kind: 'ambiguous', candidates: [{ words: 'all where rep = berg where rep = Anna Smith' }] },
  ]);
});

import { expect, test } from 'vitest';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { describeProblem, type ParseProblem } from '../../src/kpi/parse/problem.ts';
import { office } from './parse-vocabulary.ts';

function problems(words: string): readonly ParseProblem[] {
  const parsed = parseQuestion(words, office);
  return parsed.ok ? [] : parsed.problems;
}
const lines = (words: string) => problems(words).map(describeProblem);

test.each([
  ['revnue', 'revnue', 'revenue'],
  ['team nroth', 'team nroth', 'team north'],
  ['Ann Smiht revenue', 'Ann Smiht', 'anna smith'],
  ['@smiht', '@smiht', '@smith'],
  ['lst mnth', 'lst mnth', 'last month'],
  ['this moth', 'moth', 'month'],
  ['proposal sucess', 'sucess', 'proposal success'],
  ['revenue by regoin', 'by regoin', 'by region'],
  ['revenue by product tyype', 'tyype', 'by product type'],
  ['calls mdae', 'calls mdae', 'calls made'],
  ['coverge', 'coverge', 'coverage'],
])('“%s”: the word it does not know and the nearest it does', (words, word, nearest) => {
  const [problem] = problems(words);
  expect(problem).toMatchObject({ kind: 'unknown' });
  expect(problem).toHaveProperty('word', expect.stringContaining(word));
  expect(problem).toHaveProperty('suggestions', expect.arrayContaining([expect.stringContaining(nearest)]));
});

test.each([
  ['revnue last moth', ['revenue last month']],
  ['@smiht revenue', ['@smith revenue']],
  ['rate in march', ['answer rate in march', 'call success rate in march', 'show rate in march']],
  ['revnue calls lst mnth by regin', []],
  ['revenue to March sales plan', []],
  ['Ann Smiht revenue', ['anna smith revenue']],
  ['revenue xylophone', []],
  ['revnue xylophone', []],
  ['where source = webinar or trade fiar', ['where source = webinar where source trade fair']],
  ['averge deal last month', ['average deal last month']],
  ['revenue last fiscl year', ['revenue last fiscal year']],
])('“%s”: the whole question as it may have been meant', (words, corrected) => {
  expect(parseQuestion(words, office)).toMatchObject({ ok: false, corrected });
});

test('a slip with several near phrases has a whole question for each', () => {
  const parsed = parseQuestion('revenue by oregin this week', office);
  expect(parsed).toHaveProperty('corrected', ['revenue by origin this week', 'revenue by region this week']);
});

test('a word that is only a little like another is not taken for it', () => {
  const nowhere = { ...office, values: [] };
  const parsed = parseQuestion('revenue in East', nowhere);
  expect(parsed).toMatchObject({ problems: [{ word: 'East', suggestions: [] }], corrected: [] });
});

test('“by revenue” alone is no breakdown, and asks what it is the order of', () => {
  expect(problems('by revenue')).toEqual([{ kind: 'unranked', word: 'by revenue' }]);
  expect(lines('by revenue')[0]).toContain('`top 5 reps by revenue`');
});

test('“vs last quarter” fits this quarter alone, which is offered where no other time is said', () => {
  const parsed = parseQuestion('revenue vs last quarter', office);
  expect(parsed).toMatchObject({
    problems: [{ kind: 'unlike', word: 'vs last quarter', unit: 'quarter' }],
    corrected: ['revenue vs last quarter this quarter'],
  });
  expect(parseQuestion('revenue last month vs last month', office)).toMatchObject({ ok: false, corrected: [] });
});

test('a team and a person are nothing to set side by side', () => {
  expect(problems('North vs Anna Smith')).toMatchObject([{ kind: 'unknown', word: 'vs' }, { kind: 'clash' }]);
});

test('the suggestion nearest to what was typed stands first', () => {
  expect(lines('revenu of smithh')).toEqual([
    'I do not know `revenu`. Did you mean `revenue`?',
    'I do not know `smithh`. Did you mean `smith`?',
  ]);
});

test('nobody who has left is suggested, but found when named', () => {
  const members = office.members.map((each) => ({ ...each, hasLeft: each.id === 'anna-s' }));
  const parsed = parseQuestion('anna smiht revenue', { ...office, members });
  expect(parsed).toMatchObject({ ok: false });
  expect(JSON.stringify(parsed)).not.toContain('anna smith');
  expect(parseQuestion('anna smith revenue', { ...office, members })).toMatchObject({
    ok: true,
    question: { whose: { scope: 'member', memberId: 'anna-s' } },
  });
});

test('a word like no other is pointed at without a suggestion', () => {
  expect(lines('xylophone')).toEqual(['I do not know `xylophone`. `help` shows examples that work.']);
});

test('“by” alone asks by what, with a question for each breakdown', () => {
  expect(lines('revenue by last month')).toEqual([
    '`by` what? by person, by team, by region, by country, by product, by product type, by customer, by segment, by week, or by month.',
  ]);
  const [problem] = problems('revenue by last month');
  expect(problem).toMatchObject({ kind: 'byless', word: 'by' });
  expect(problem).toHaveProperty('candidates.0', { label: 'by person', words: 'revenue by rep last month' });
  for (const { words } of problem?.kind === 'byless' ? problem.candidates : []) expect(problems(words)).toEqual([]);
});

test('what a KPI does not know, and what is asked already, is not offered', () => {
  const { kpis, ...rest } = office;
  const known = kpis.map((kpi) =>
    kpi.id === 'calls_made' ? { ...kpi, dimensions: ['rep', 'team', 'hour', 'day', 'week'] as const } : kpi,
  );
  const parsed = parseQuestion('calls made by day by', { ...rest, kpis: known });
  expect(parsed).toMatchObject({ ok: false, problems: [{ kind: 'byless', candidates: [{}, {}, {}] }] });
  expect(parsed).toHaveProperty('problems.0.candidates.2.words', 'calls made by day by hour');
});

test('a range with an end missing is not taken for a day', () => {
  expect(problems('2026-01-01..')).toMatchObject([{ kind: 'unknown', word: '..' }]);
  expect(problems('from 2026-01-01')).toMatchObject([{ kind: 'unknown', word: 'from' }]);
});

test.each([
  ['anna smith and berg', '`anna smith` and `berg` are different people or teams. Ask about one of them at a time.'],
  ['me, team', '`me` and `team` are different people or teams. Ask about one of them at a time.'],
  ['today last week', '`today` and `last week` are different periods. Ask about one of them at a time.'],
  ['farvardin 2017', '`farvardin` and `2017` are different periods. Ask about one of them at a time.'],
  ['top 3 top 5 by rep', '`top 3` and `top 5` are different numbers of groups. Ask for one of them.'],
  ['yoy vs last period', '`yoy` and `vs last period` are different comparisons. Ask for one of them at a time.'],
  [
    'top 3 reps by team by month',
    '`top 3 reps`, `by team`, and `by month` are more than two breakdowns. Ask for at most two at a time.',
  ],
])('“%s” contradicts itself', (words, line) => {
  expect(lines(words)).toEqual([line]);
});

test.each([
  ['where source = webniar', '`where source webinar`'],
  ['revenue in Eest', '`in east`'],
  ['where sorce = webinar', '`where source webinar`'],
])('“%s”: a slip in a filter is pointed at', (words, nearest) => {
  expect(lines(words).join()).toContain(nearest);
});

test.each([
  ['revenue top 0 reps', 'top 0 reps'],
  ['top -1 by rep', 'top -1'],
  ['top −1 by rep', 'top −1'],
  ['top 1000 customers', 'top 1000 customers'],
  ['top 10% reps', 'top 10% reps'],
  ['top 10 % by rep', 'top 10 %'],
  ['bottom 0 products', 'bottom 0 products'],
])('“%s” is no number of groups, and says which are', (words, word) => {
  expect(lines(words)).toEqual([
    `Of \`${word}\` I can tell nothing: write a whole number from 1 to 999, such as \`top 5 reps\`.`,
  ]);
});

test.each([
  ['leads where source = xyzzy', 'I know no source called `xyzzy`. A question `by source` shows which there are.'],
  [
    'leads where source = "Fair Trade Ltd"',
    'I know no source called `Fair Trade Ltd`. A question `by source` shows which there are.',
  ],
  [
    'leads where product type is Anvil last month',
    'I know no product type called `Anvil`. A question `by product type` shows which there are.',
  ],
  ['where region = North', 'I know no region called `North`. A question `by region` shows which there are.'],
  [
    'leads where source is webinar or source is foo',
    'I know no source called `foo`. A question `by source` shows which there are.',
  ],
  ['calls where hour > 9', 'I know no hour called `> 9`. A question `by hour` shows which there are.'],
  [
    'everyone where rep = ana',
    'I do not know `where rep = ana`. Did you mean `where rep Anna Smith` or `where rep Anna Jones`?',
  ],
  ['where source = webinar or xyzzy', 'I know no source called `xyzzy`. A question `by source` shows which there are.'],
  ['calls for "Initech Widgets"', 'I do not know `Initech Widgets`. `help` shows examples that work.'],
  ["calls for 'Initech Widgets'", 'I do not know `Initech Widgets`. `help` shows examples that work.'],
  ['calls for "Xyzzy" Plugh', 'I do not know `Xyzzy`. `help` shows examples that work.'],
])('“%s”: the name that nobody knows is told as it is', (words, line) => {
  expect(lines(words)[0]).toBe(line);
});

test('“or” joins values of one filter only', () => {
  expect(lines('revenue or calls')).toEqual(['I do not know `or`. `help` shows examples that work.']);
  for (const other of ['region = East', 'region = foo', 'in East']) {
    expect(lines(`where source = webinar or ${other}`)[0]).toBe('I do not know `or`. `help` shows examples that work.');
  }
});

test('“top 5” alone asks of what', () => {
  expect(problems('revenue top 5')).toEqual([{ kind: 'topless', word: 'top 5' }]);
});

test('“vs” alone shows what can stand after it', () => {
  expect(problems('revenue vs')).toMatchObject([{ kind: 'unknown', word: 'vs' }]);
  expect(lines('revenue vs last yaer')[0]).toContain('`vs last year`');
});

test.each(['1 march', 'from 1 march to 15 march', '20 december to 5 january 2026'])(
  '“%s” could be of any year',
  (words) => {
    expect(problems(`revenue ${words}`)).toEqual([{ kind: 'yearless', word: words }]);
  },
);

test('a page of nonsense names a handful of problems', () => {
  const nonsense = Array.from({ length: 500 }, (_, index) => `anna wrd${index}x`).join(' ');
  expect(problems(nonsense)).toHaveLength(5);
});

/** Whatever people type, what is offered to them is understood, and means what it says. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import type { Candidate, ParseProblem } from '../../src/kpi/parse/problem.ts';
import type { Value, Vocabulary } from '../../src/kpi/parse/vocabulary.ts';
import type { Dimension, Question } from '../../src/kpi/question.ts';
import { negations } from '../../src/language/en/question-words.ts';
import { text } from '../../src/language/text.ts';
import { dimensions, kpis, office } from './parse-vocabulary.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Names that several things bear, that are words of the language, or near to one. */
const names = [
  ...[
    'Anna',
    'Anna Smith',
    'Anna Jones',
    'April',
    'April Young',
    'North',
    'Sales',
    'Monday',
    'Won',
    'Webinar',
    'Friday',
  ],
  ...[
    'Trade Fair',
    'Not Sure',
    'Now or Never',
    'Salt, Pepper',
    'Revenue',
    'March',
    'Team',
    'Rep',
    'Q',
    'Germany',
    'Ben',
  ],
];
const valued = ['region', 'country', 'product', 'source', 'campaign', 'segment', 'customer', 'stage'] as const;
/** Enough of them for every word that has several meanings. */
const some = kpis.filter(({ id }) =>
  /^(calls|lead|win|deals|new_opp|propos|pipeline|weighted|revenue$|target)/.test(id),
);
const anyName = fc.constantFrom(...names);

const anyVocabulary: fc.Arbitrary<Vocabulary> = fc
  .record({
    people: fc.array(anyName, { minLength: 1, maxLength: 5 }),
    teamNames: fc.uniqueArray(anyName, { maxLength: 3 }),
    named: fc.uniqueArray(fc.tuple(fc.constantFrom<Dimension>(...valued), anyName), {
      maxLength: 8,
      selector: ([by, name]) => `${by} ${name}`,
    }),
    calendar: fc.constantFrom('gregory', 'persian'),
    known: fc.array(fc.subarray(dimensions.map(({ id }) => id)), { minLength: 3, maxLength: 3 }),
  })
  .map(({ people, teamNames, named, calendar, known }) => {
    const members = people.map((name, at) => ({ id: `person${at}x`, name, slackUserId: at % 2 ? `U0${at}` : null }));
    const teams = teamNames.map((name, at) => ({ id: `group${at}x`, name }));
    const values: Value[] = [
      ...named.map(([by, name]) => ({ by, keys: [`${by} ${name}`], words: [name] })),
      ...office.values.filter(({ by }) => by === 'type' || by === 'weekday'),
      ...members.map(({ id, name }) => ({ by: 'rep' as const, keys: [id], words: [name] })),
      ...teams.map(({ id, name }) => ({ by: 'team' as const, keys: [id], words: [name] })),
    ];
    const able = some.map((kpi, at) => ({ ...kpi, dimensions: known[at % known.length] ?? [] }));
    return { kpis: able, dimensions, values, calendar, members, teams, me: { memberId: 'person0x', teamIds: [] } };
  });

const anyWord = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('revenue', 'calls', 'leads', 'win rate', 'deals', 'win', 'funnel', 'quota') },
  { weight: 3, arbitrary: anyName.map((name) => name.toLowerCase()) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('monday', 'last friday', 'april', 'this wk', 'weekly', 'daily', 'last month'),
  },
  fc.constantFrom('by', 'by rep', 'by source', 'by region', 'and', ',', 'or', 'vs', 'top 5', 'top', 'worst', 'who'),
  fc.constantFrom(
    'in',
    'from',
    'for',
    'where',
    'where source =',
    'where rep =',
    'me',
    'team',
    'everyone',
    'attainment',
  ),
  fc.constantFrom(
    'show me',
    'how many',
    'the',
    'pls',
    'xyzzy',
    'revnue',
    'lst',
    'regoin',
    'anna smiht',
    'webinr',
    '2026',
  ),
  fc.constantFrom(...negations),
);
const anySentence = fc.array(anyWord, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

test('every button leads to an answer, at once or over another choice, and asks what its label says', () => {
  fc.assert(
    fc.property(anySentence, anyVocabulary, (typed, vocabulary) => {
      const parsed = parseQuestion(typed, vocabulary);
      if (parsed.ok) return;
      for (const whole of parsed.corrected) expect(questionOf(whole, vocabulary), whole).not.toBeNull();
      for (const problem of parsed.problems) for (const each of candidatesOf(problem)) press(each, vocabulary, 3);
    }),
    { numRuns: 400 },
  );
});

test('beside what nobody knows nothing is offered that would leave it there', () => {
  fc.assert(
    fc.property(anySentence, anyVocabulary, (typed, vocabulary) => {
      const parsed = parseQuestion(`${typed} xyzzy`, vocabulary);
      if (parsed.ok) throw new Error('understood');
      for (const each of parsed.problems.flatMap(candidatesOf)) expect(each.words).not.toContain('xyzzy');
    }),
    { numRuns: 200 },
  );
});

test('what is left out comes back as one line of all, and never alone', () => {
  const anyValue = fc.constantFrom<[by: Dimension, name: string]>(
    ['source', 'webinar'],
    ['source', 'trade fair'],
    ['region', 'East'],
  );
  const anyNegation = fc.constantFrom(...negations);
  const anyWhen = fc.constantFrom('', 'last month', 'monday', 'by month');
  fc.assert(
    fc.property(
      anyNegation,
      anyValue,
      anyWhen,
      fc.constantFrom('', 'the ', 'from '),
      (not, [by, name], when, small) => {
        const parsed = parseQuestion(`leads ${not} ${small}${name} ${when}`.trim(), office);
        if (parsed.ok) throw new Error('understood');
        const [button, ...others] = parsed.problems.flatMap(candidatesOf);
        expect(others).toEqual([]);
        expect(button?.label).toBe(`by ${by}`);
        const instead = parseQuestion(`leads by ${by} ${when}`, office);
        expect(parseQuestion(button?.words ?? '', office)).toEqual(instead);
      },
    ),
    { numRuns: 200 },
  );
});

const candidatesOf = (problem: ParseProblem): readonly Candidate[] =>
  'candidates' in problem ? problem.candidates : [];

function questionOf(words: string, vocabulary: Vocabulary): Question | null {
  const parsed = parseQuestion(words, vocabulary);
  return parsed.ok ? parsed.question : null;
}

/** Whoever presses gets an answer that has in it what the button says, or after it the same of another word. */
function press({ label, words }: Candidate, vocabulary: Vocabulary, times: number): void {
  const parsed = parseQuestion(words, vocabulary);
  if (parsed.ok) {
    expect(label === words || says(label, parsed.question, vocabulary), `${label}: ${words}`).toBe(true);
    return;
  }
  const [first] = parsed.problems;
  expect(times, words).toBeGreaterThan(0);
  expect(['ambiguous', 'byless'], words).toContain(first?.kind);
  const next = first ? candidatesOf(first) : [];
  expect(next.length, words).toBeGreaterThan(0);
  for (const each of next) press(each, vocabulary, times - 1);
}

/** Whether a question asks for what a label names. */
function says(label: string, question: Question, vocabulary: Vocabulary): boolean {
  const { whose, where = [], by, period } = question;
  const has = (of: Dimension, keys: readonly string[]) =>
    where.some((filter) => filter.by === of && keys.every((key) => filter.keys.includes(key)));
  const isNamed = (name: string) =>
    vocabulary.kpis.some(({ id, words }) => name === `${words[0]} (a number)` && question.kpis.includes(id)) ||
    vocabulary.dimensions.some(({ id }) => name === `by ${text(`by.${id}`)}` && by.includes(id)) ||
    vocabulary.members.some(
      (each) =>
        name === each.name && ((whose.scope === 'member' && whose.memberId === each.id) || has('rep', [each.id])),
    ) ||
    vocabulary.teams.some(
      (each) =>
        name === `the team ${each.name}` &&
        ((whose.scope === 'team' && whose.teamIds.includes(each.id)) || has('team', [each.id])),
    ) ||
    vocabulary.values.some(
      (value) => name === `the ${dimensionName(value.by)} ${value.words[0]}` && has(value.by, value.keys),
    ) ||
    (name.startsWith('the funnel of ') && question.kpis.length > 1) ||
    (name.endsWith(' (a period)') && same(questionOf(name.replace(' (a period)', ''), nameless)?.period, period));
  return isNamed(label) || label.split(/, and | and |, /).every(isNamed);
}

/** Where no name can be meant. */
const nameless: Vocabulary = { ...office, members: [], teams: [], values: [] };
const dimensionName = (by: Dimension) => dimensions.find(({ id }) => id === by)?.words[0];
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

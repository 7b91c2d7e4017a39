import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { describeProblem } from '../../src/kpi/parse/problem.ts';
import { questionWords } from '../../src/kpi/parse/question-words.ts';
import type { Vocabulary } from '../../src/kpi/parse/vocabulary.ts';
import type { Question, Whose } from '../../src/kpi/question.ts';
import { kpiWords } from '../../src/language/en/kpi-words.ts';
import { commandLine, dimensions, kpis, office } from './parse-vocabulary.ts';

vi.setConfig({ testTimeout: 120_000 });

const anyYear = fc.oneof(fc.integer({ min: 1000, max: 1699 }), fc.integer({ min: 1700, max: 9999 }));
const anyDay = fc
  .tuple(anyYear, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const anyPeriod: fc.Arbitrary<PeriodSpec> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('this', 'last', 'next'),
    unit: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
  }),
  fc.record(
    {
      ...{ kind: fc.constant('weekday' as const), weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7) },
      isOver: fc.constant(true as const),
    },
    { requiredKeys: ['kind', 'weekday'] },
  ),
  fc.record({ kind: fc.constant('toDate' as const), unit: fc.constantFrom('week', 'month', 'quarter', 'year') }),
  fc.record({
    kind: fc.constant('trailing' as const),
    n: fc.integer({ min: 1, max: 9999 }),
    unit: fc.constantFrom('day', 'week', 'month'),
  }),
  fc.record({ kind: fc.constant('month' as const), month: fc.integer({ min: 1, max: 12 }), year: anyYear }),
  fc.record(
    {
      kind: fc.constant('month' as const),
      month: fc.integer({ min: 1, max: 12 }),
      calendar: fc.constantFrom('gregory', 'persian'),
    },
    { requiredKeys: ['kind', 'month'] },
  ),
  fc.record(
    { kind: fc.constant('quarter' as const), quarter: fc.constantFrom(1, 2, 3, 4), year: anyYear },
    { requiredKeys: ['kind', 'quarter'] },
  ),
  fc.record({ kind: fc.constant('year' as const), year: anyYear }),
  fc.record({ kind: fc.constant('between' as const), from: anyDay, through: anyDay }),
);

/** Names that people have, that are words of the language, or that are anything at all. */
const anyName = fc.oneof(
  fc
    .array(
      fc.constantFrom('Anna', 'Maria', 'van', 'Smith', 'O’Neil', 'Team', 'North', 'April', 'Q3', '2017', 'Win', 'Rate'),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((parts) => parts.join(' ')),
  fc.constantFrom(
    'me',
    'all',
    'the',
    'by rep',
    'revenue',
    'last month',
    'kpi',
    '@',
    '"',
    'Smith, Anna',
    '陳大文',
    'علی‌رضا',
    'Ёлкина',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const anyVocabulary: fc.Arbitrary<Vocabulary> = fc
  .record({
    names: fc.array(anyName, { minLength: 1, maxLength: 8 }),
    teamNames: fc.array(anyName, { maxLength: 5 }),
    placeNames: fc.array(anyName, { maxLength: 3 }),
    asked: fc.boolean(),
    calendar: fc.constantFrom('gregory', 'persian'),
    ownTeams: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ names, teamNames, placeNames, calendar, asked, ownTeams }) => {
    const members = names.map((name, index) => ({
      id: `person${index}x`,
      name,
      slackUserId: index % 2 ? `U0${index}` : null,
    }));
    const teams = teamNames.map((name, index) => ({ id: `group${index}x`, name }));
    const teamIds = teams.slice(0, ownTeams).map(({ id }) => id);
    const regions = placeNames.map((name, index) => ({
      by: 'region' as const,
      keys: [`place${index}x`],
      words: [name],
    }));
    const people = members.map(({ id, name }) => ({ by: 'rep' as const, keys: [id], words: [name] }));
    const values = [...regions, ...people];
    return { kpis, dimensions, values, calendar, members, teams, me: asked ? { memberId: 'person0x', teamIds } : null };
  });

function anyWhose({ members, teams }: Vocabulary): fc.Arbitrary<Whose> {
  const workspace = fc.constant<Whose>({ scope: 'workspace' });
  const member = fc.constantFrom(...members).map(({ id }): Whose => ({ scope: 'member', memberId: id }));
  if (teams.length === 0) return fc.oneof(workspace, member);
  const team = fc
    .subarray(
      teams.map(({ id }) => id),
      { minLength: 1 },
    )
    .map((teamIds): Whose => ({ scope: 'team', teamIds }));
  return fc.oneof(workspace, member, team);
}

const anyKpis = fc.shuffledSubarray(Object.keys(kpiWords), { maxLength: 6 });
const anyBy = fc.shuffledSubarray(
  dimensions.map(({ id }) => id),
  { maxLength: 2 },
);

function anyQuestion(vocabulary: Vocabulary): fc.Arbitrary<Question> {
  return fc
    .record({
      ...{ kpis: anyKpis, whose: anyWhose(vocabulary), period: anyPeriod, by: anyBy },
      filters: fc.subarray([...vocabulary.values], { maxLength: Math.min(3, vocabulary.values.length) }),
      more: fc.record(
        { top: fc.integer({ min: 1, max: 999 }), against: fc.constant('lastYear' as const) },
        { requiredKeys: [] },
      ),
    })
    .map(({ more: { top, ...more }, filters, ...question }) => {
      const where = (['region', 'rep'] as const).flatMap((by) => {
        const keys = filters.filter((value) => value.by === by).flatMap((value) => value.keys);
        return keys.length ? [{ by, keys: keys.sort() }] : [];
      });
      const isBroken = question.by.length > 0 && top !== undefined;
      return { ...question, ...(where.length ? { where } : {}), ...more, ...(isBroken ? { top } : {}) };
    });
}

test('a question printed in words is read as the same question, whatever people and teams are called', () => {
  const anyBoth = anyVocabulary.chain((vocabulary) => fc.tuple(fc.constant(vocabulary), anyQuestion(vocabulary)));
  fc.assert(
    fc.property(anyBoth, ([vocabulary, question]) => {
      expect(parseQuestion(questionWords(question, vocabulary), vocabulary)).toEqual({ ok: true, question });
    }),
    { numRuns: 500 },
  );
});

const anyPhrases = fc
  .record({
    whose: fc.constantFrom('', 'me', 'team', 'all', 'anna smith', '@berg', 'team rocket', '<@U3|anna>', "o'brien's"),
    kpis: fc.subarray(['win rate', 'sales_cycle', 'calls', 'revenue', 'average deal']),
    period: fc.constantFrom(
      '',
      'last month',
      'mtd',
      '2017-Q3',
      'march',
      'last 30 days',
      '1 to 15 march 2026',
      'q1 2020',
    ),
    by: fc.constantFrom('', 'by rep', 'by product type', 'each week', 'top 5 customers', 'top 3 by rep'),
    against: fc.constantFrom('', 'vs last year', 'yoy'),
    where: fc.subarray(['in East', 'where source = webinar or trade fair', 'for GTX Pro', 'weekday monday']),
  })
  .map(({ whose, kpis: named, period, by, against, where }) =>
    [whose, ...named, period, by, against, ...where].filter((phrase) => phrase !== ''),
  );

test('the order of the phrases does not matter, but for the order of the KPIs in the answer', () => {
  const anyOrders = anyPhrases.chain((phrases) =>
    fc.tuple(fc.constant(phrases), fc.shuffledSubarray(phrases, { minLength: phrases.length })),
  );
  const read = (phrases: string[]) => {
    const parsed = parseQuestion(phrases.join(' '), office);
    return (
      parsed.ok && {
        ...parsed.question,
        kpis: [...parsed.question.kpis].sort(),
        by: [...parsed.question.by].sort(),
      }
    );
  };
  fc.assert(
    fc.property(anyOrders, ([phrases, shuffled]) => {
      expect(read(phrases)).not.toBe(false);
      expect(read(shuffled)).toEqual(read(phrases));
    }),
    { numRuns: 500 },
  );
});

const anyWord = fc.oneof(
  fc.constantFrom(
    'revnue',
    'anna',
    'by',
    'team',
    'last',
    '7',
    'days',
    'from',
    'to',
    'march',
    '2017',
    '..',
    '"',
    '@',
    'top',
    'vs',
    '<@U9>',
  ),
  fc.constantFrom(
    '2026-w99',
    '9999-W52',
    '0000-01-01',
    '2026-99-99',
    'sales',
    'twin',
    'smiht',
    'ap',
    'ca',
    'rate',
    ',',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anything = fc.oneof(
  fc.array(anyWord, { maxLength: 12 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('whatever is typed is answered with a question or with problems that can be said, never with an error', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(office, commandLine), (typed, vocabulary) => {
      const parsed = parseQuestion(typed, vocabulary);
      if (parsed.ok) expect(parsed.question.kpis).toBeInstanceOf(Array);
      else for (const problem of parsed.problems) expect(describeProblem(problem)).toContain('`');
    }),
    { numRuns: 1000 },
  );
});

test('what is suggested is understood, and is at most three things', () => {
  fc.assert(
    fc.property(anything, anyVocabulary, (typed, vocabulary) => {
      const parsed = parseQuestion(typed, vocabulary);
      const { problems, corrected } = parsed.ok ? { problems: [], corrected: [] } : parsed;
      expect(corrected.length).toBeLessThanOrEqual(3);
      for (const whole of corrected) expect(parseQuestion(whole, vocabulary).ok, whole).toBe(true);
      for (const problem of problems) {
        if (problem.kind !== 'unknown') continue;
        expect(problem.suggestions.length).toBeLessThanOrEqual(3);
        for (const suggestion of problem.suggestions)
          expect(parseQuestion(suggestion, vocabulary).ok, suggestion).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

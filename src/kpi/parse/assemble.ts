import type { PeriodSpec } from '../../calendar/period-spec.ts';
import { funnels } from '../funnels.ts';
import type { Dimension, Filter, Question, Whose } from '../question.ts';
import { FIRST_GREGORIAN_YEAR } from './iso-days.ts';
import type { ComparedUnit, Meaning } from './meaning.ts';
import type { ParseProblem } from './problem.ts';
import { same } from './same.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A phrase that has one meaning, and how it was typed. */
export interface Said {
  meaning: Meaning;
  typed: string;
}

export type Assembled = { question: Question; problems: readonly ParseProblem[] };

/**
 * The question made of what was said, in whatever order; KPIs keep theirs. What was not said: whose = me, by team
 * one's teams (nobody in particular: the workspace), period = this month, KPIs = those of the job.
 */
export function assemble(spoken: readonly Said[], { me }: Vocabulary): Assembled {
  const all = spoken.flatMap(sideBySide);
  const said = all.filter((each, index) => all.findIndex(({ meaning }) => same(meaning, each.meaning)) === index);
  const problems: ParseProblem[] = [];
  for (const { meaning, typed } of said) {
    if (meaning.kind === 'uncounted') problems.push({ kind: 'uncounted', word: typed });
    if (meaning.kind === 'yearless') problems.push({ kind: 'yearless', word: typed });
    if (meaning.kind === 'me' && !me) problems.push({ kind: 'nobody', word: typed });
  }

  // The number that says which are the largest stands first.
  const ranks = said.filter(({ meaning }) => meaning.kind === 'rank');
  const kpis = [...new Set([...ranks, ...said].flatMap(({ meaning }) => kpisOf(meaning)))];
  const { all: subjects, where } = filtersOf(said);
  const isCalling = spoken.some(({ meaning }) => meaning.kind === 'callingTimes');
  const period = periodOf(said, isCalling ? callingWeeks : { kind: 'this', unit: 'month' });
  const by = said.filter(({ meaning }) => byOf(meaning) !== null);
  const dimensions = new Set(by.map(({ meaning }) => byOf(meaning)));
  // One's own number under the team's name would pass for the team's.
  const nobody: Meaning = {
    kind: dimensions.has('team') && !dimensions.has('rep') && me?.teamIds.length ? 'ownTeam' : 'me',
  };
  const whose = whoseOf(subjects, me, nobody);
  const top = said.filter(({ meaning }) => meaning.kind === 'top');
  const tops = new Set(top.flatMap(({ meaning }) => (meaning.kind === 'top' ? [meaning.n] : [])));
  const ordered = said.filter(({ meaning }) => meaning.kind === 'order');
  const [order] = ordered.flatMap(({ meaning }) => (meaning.kind === 'order' ? [meaning.order] : []));
  const against = said.filter(({ meaning }) => meaning.kind === 'against');
  const clashes = [
    { about: 'whose' as const, words: whose.clash },
    { about: 'period' as const, words: period.clash },
    { about: 'by' as const, words: dimensions.size > 2 ? typedOf(by) : [] },
    { about: 'top' as const, words: tops.size > 1 ? typedOf(top) : [] },
    { about: 'order' as const, words: ordered.length > 1 ? typedOf(ordered) : [] },
    { about: 'against' as const, words: against.length > 1 ? typedOf(against) : [] },
  ];
  for (const { about, words } of clashes) if (words.length > 0) problems.push({ kind: 'clash', about, words });

  const ranking = top[0] ?? ordered[0];
  if (ranking && by.length === 0) problems.push({ kind: 'topless', word: ranking.typed });
  if (ranks[0] && !ranking) problems.push({ kind: 'unranked', word: ranks[0].typed });
  for (const { meaning, typed } of against) {
    if (meaning.kind === 'against' && meaning.unit && !isRunning(period.period, meaning.unit))
      problems.push({ kind: 'unlike', word: typed, unit: meaning.unit });
  }

  const [n] = tops;
  const lastYear = against.some(({ meaning }) => meaning.kind === 'against' && meaning.against === 'lastYear');
  const question: Question = {
    ...{ kpis, whose: whose.whose, period: period.period, by: [...dimensions].filter((each) => each !== null) },
    ...(where.length === 0 ? {} : { where }),
    ...(n === undefined ? {} : { top: n }),
    ...(order ? { order } : {}),
    ...(said.some(({ meaning }) => meaning.kind === 'why') ? { why: true as const } : {}),
    ...(lastYear ? { against: 'lastYear' } : {}),
  };
  return { question, problems };
}

/** The best time to call is where most calls succeed, seen by weekday and hour. */
const callingTimes = [
  { kind: 'kpi', id: 'call_success_rate' },
  { kind: 'by', by: 'weekday' },
  { kind: 'by', by: 'hour' },
] as const satisfies readonly Meaning[];

/** A month has too few calls in most hours to tell a good one from a bad one. */
const callingWeeks: PeriodSpec = { kind: 'trailing', n: 12, unit: 'week' };

/** "North vs South" is both, one beside the other; of people what each did, in whichever team. */
function sideBySide(said: Said): Said[] {
  const { meaning, typed } = said;
  if (meaning.kind === 'callingTimes') return callingTimes.map((each) => ({ meaning: each, typed }));
  if (meaning.kind === 'activity') {
    const { type, kpi } = meaning;
    const ofType: Meaning[] = [
      { kind: 'kpi', id: kpi },
      { kind: 'where', by: 'type', keys: [type] },
    ];
    return ofType.map((each) => ({ meaning: each, typed }));
  }
  if (meaning.kind === 'ordered') {
    const { order, by, n } = meaning;
    const of: Meaning = n === null ? { kind: 'by', by } : { kind: 'top', n, by };
    return [{ kind: 'order' as const, order }, of].map((each) => ({ meaning: each, typed }));
  }
  if (meaning.kind !== 'versus') return [said];
  const meanings = meaning.sides.flatMap((side): Meaning[] => {
    if (side.kind === 'team') return [side, { kind: 'by', by: 'team' }];
    if (side.kind === 'where') return [side, { kind: 'by', by: side.by }];
    return [{ kind: 'workspace' }, { kind: 'where', by: 'rep', keys: [side.id] }, { kind: 'by', by: 'rep' }];
  });
  return meanings.map((each) => ({ meaning: each, typed }));
}

const isRunning = (period: PeriodSpec, unit: ComparedUnit): boolean =>
  (period.kind === 'this' || period.kind === 'toDate') && period.unit === unit;

/** The KPIs that a phrase names. */
function kpisOf(meaning: Meaning): readonly string[] {
  if (meaning.kind === 'funnel') return funnels[meaning.funnel];
  return meaning.kind === 'kpi' || meaning.kind === 'rank' ? [meaning.id] : [];
}

/** The breakdown that a phrase names. */
function byOf(meaning: Meaning): Dimension | null {
  return meaning.kind === 'by' || meaning.kind === 'top' ? meaning.by : null;
}

/**
 * What alone counts, in one order whatever the order of the words. "For @anna" is whose numbers are wanted, or beside a
 * team or everyone those that are hers.
 */
function filtersOf(said: readonly Said[]): { all: Said[]; where: Filter[] } {
  const isBesideTeam = said.some(({ meaning: { kind } }) => GROUPS_OF_PEOPLE.has(kind));
  const all: Said[] = [];
  const keys = new Map<Dimension, Set<string>>();
  const only = (by: Dimension, some: readonly string[]) => keys.set(by, new Set([...(keys.get(by) ?? []), ...some]));
  for (const each of said) {
    const { meaning } = each;
    if (meaning.kind === 'where') only(meaning.by, meaning.keys);
    else if (meaning.kind !== 'forMember') all.push(each);
    else if (isBesideTeam) only('rep', [meaning.id]);
    else if (!all.some((other) => same(other.meaning, { kind: 'member', id: meaning.id })))
      all.push({ ...each, meaning: { kind: 'member', id: meaning.id } });
  }
  const where = [...keys].map(([by, some]): Filter => ({ by, keys: [...some].sort() }));
  return { all, where: where.sort((one, other) => (one.by < other.by ? -1 : 1)) };
}

const GROUPS_OF_PEOPLE: ReadonlySet<Meaning['kind']> = new Set(['team', 'ownTeam', 'workspace']);

/** Several teams are asked about together. A bare "team" beside a named one is just that word. */
function whoseOf(
  said: readonly Said[],
  me: Vocabulary['me'],
  nobody: Meaning,
): { whose: Whose; clash: readonly string[] } {
  const teamIds = said.flatMap(({ meaning }) => (meaning.kind === 'team' ? [meaning.id] : []));
  const subjects = said.filter(
    ({ meaning: { kind } }) => SUBJECTS.has(kind) && !(kind === 'ownTeam' && teamIds.length > 0),
  );
  const others = subjects.filter(({ meaning }) => meaning.kind !== 'team');
  const clash = others.length > 1 || (others.length === 1 && teamIds.length > 0) ? typedOf(subjects) : [];

  if (teamIds.length > 0) return { whose: { scope: 'team', teamIds }, clash };
  return { whose: subjectOf(others[0]?.meaning ?? nobody, me), clash };
}

const SUBJECTS: ReadonlySet<Meaning['kind']> = new Set(['me', 'member', 'team', 'ownTeam', 'workspace']);

function subjectOf(meaning: Meaning, me: Vocabulary['me']): Whose {
  if (meaning.kind === 'member') return { scope: 'member', memberId: meaning.id };
  if (meaning.kind === 'me' && me) return { scope: 'member', memberId: me.memberId };
  if (meaning.kind === 'ownTeam' && me && me.teamIds.length > 0) return { scope: 'team', teamIds: me.teamIds };
  return { scope: 'workspace' };
}

function periodOf(said: readonly Said[], unsaid: PeriodSpec): { period: PeriodSpec; clash: readonly string[] } {
  const spoken = said.filter(({ meaning }) => meaning.kind === 'period');
  const [one, other, more] = spoken.flatMap(({ meaning }) => (meaning.kind === 'period' ? [meaning.period] : []));
  if (!one) return { period: unsaid, clash: [] };
  if (!other) return { period: one, clash: [] };
  const joint = more ? null : (inYear(one, other) ?? inYear(other, one));
  return { period: joint ?? one, clash: joint ? [] : typedOf(spoken) };
}

/** "march" and "2017" are one period, wherever they stand. */
function inYear(part: PeriodSpec, whole: PeriodSpec): PeriodSpec | null {
  if (whole.kind !== 'year') return null;
  const { year } = whole;
  if (part.kind === 'quarter' && part.year === undefined) return { ...part, year };
  if (part.kind !== 'month' || part.year !== undefined) return null;
  const calendar = year < FIRST_GREGORIAN_YEAR ? 'persian' : 'gregory';
  const fits = part.calendar === undefined || part.calendar === calendar;
  return fits ? { kind: 'month', month: part.month, year } : null;
}

function typedOf(said: readonly Said[]): string[] {
  return said.map(({ typed }) => typed);
}

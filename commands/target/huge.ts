import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import { startOfUnit } from '../../src/calendar/units.ts';
import type { Group } from '../../src/kpi/answer.ts';
import { findKpi } from '../../src/kpi/catalogue/index.ts';
import { addsUpOverTime, type Kpi } from '../../src/kpi/definition.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { kpiTitle } from '../../src/kpi/labels.ts';
import type { Question, Whose } from '../../src/kpi/question.ts';
import { subjectName, whoseTarget } from '../../src/kpi/subject.ts';
import { spanLabel } from '../../src/language/dates.ts';
import { figureText, numberText } from '../../src/language/figures.ts';
import { text } from '../../src/language/text.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import type { Asked } from '../../src/slack/command.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { historyFrom } from '../../src/targets/history.ts';
import type { NewTarget } from '../../src/targets/storage.ts';

/** A goal this many times the best so far is no plan but three zeros too many. */
const HUGE = 20;
/** A smaller count has no zeros too many, however little was logged before. */
const SMALL_COUNT = 100;
/** Complete periods needed: with fewer the best says little, as beginners grow fast. */
const FEWEST = 3;
/** People named one by one; the rest are counted. */
const MOST_TOLD = 5;

/** The unit that a goal is compared by, and how many of them its period has. */
const HELD_AGAINST = {
  day: { unit: 'day', count: 1 },
  week: { unit: 'week', count: 1 },
  month: { unit: 'month', count: 1 },
  quarter: { unit: 'month', count: 3 },
  year: { unit: 'month', count: 12 },
} as const;

type Unit = 'day' | 'week' | 'month';

/**
 * Says which goals are twenty times the best day, week or month of the past year. People with too little history are
 * compared with everybody whom the setter leads. Only for counts and money, and not where less is better.
 */
export async function hugeGoals(targets: readonly NewTarget[], asked: Asked): Promise<string[]> {
  const kpi = findKpi(targets[0]?.kpi ?? '');
  if (!kpi || kpi.better === 'down' || (kpi.unit !== 'count' && kpi.unit !== 'money')) return [];
  const largest = largestOfEach(targets, kpi, asked);
  const [first] = largest;
  if (!first) return [];
  const { unit } = HELD_AGAINST[first.unit];
  const subjects = largest.map(({ target }) => target);
  const own = await bestsOf(subjects, kpi, unit, asked);
  const wider = subjects.every(({ subjectId }) => own.has(subjectId)) ? null : ledBy(asked);
  const widest = wider && (await bestOf(wider, kpi, unit, asked));
  const lines = largest.flatMap(({ target, each }) => {
    const best = own.get(target.subjectId) ?? widest;
    const of = own.has(target.subjectId) ? null : wider;
    const isSmall = kpi.unit === 'count' && each < SMALL_COUNT;
    return best && !isSmall && each >= HUGE * best ? [hugeText(target, { kpi, unit, each, best, of }, asked)] : [];
  });
  const left = lines.length - MOST_TOLD;
  return left > 0 ? [...lines.slice(0, MOST_TOLD), text('answer.more', { count: left })] : lines;
}

/**
 * For each person or team, the goal that asks the most per day, week or month. Goals in another currency are skipped.
 */
function largestOfEach(targets: readonly NewTarget[], kpi: Kpi, { workspace }: Asked) {
  const largest = new Map<string | null, { target: NewTarget; unit: NewTarget['unit']; each: number }>();
  for (const target of targets) {
    const { subjectId, value, unit, currency } = target;
    if (value === null || (currency ?? workspace.currency) !== workspace.currency) continue;
    const each = Number(value) / (addsUpOverTime(kpi) ? HELD_AGAINST[unit].count : 1);
    if (each > (largest.get(subjectId)?.each ?? 0)) largest.set(subjectId, { target, unit, each });
  }
  return [...largest.values()];
}

/** Everybody whom the setter leads; null: nobody. */
function ledBy({ member, directory }: Asked): Whose | null {
  if (member.role === 'admin') return { scope: 'workspace' };
  const teamIds = managedTeamIds(member, directory);
  return teamIds.length > 0 ? { scope: 'team', teamIds } : null;
}

/** The best of each person or team, except those with too little history. */
async function bestsOf(targets: readonly NewTarget[], kpi: Kpi, unit: Unit, asked: Asked) {
  const bests = new Map<string | null, number>();
  const keys = targets.flatMap(({ scope, subjectId }) => (scope === 'member' && subjectId ? [subjectId] : []));
  if (keys.length > 0) {
    const where = [{ by: 'rep' as const, keys }];
    const people = await complete({ whose: { scope: 'workspace' }, where, by: ['rep', unit] }, kpi, asked);
    for (const { key, groups = [] } of people) {
      const best = bestIn(groups);
      if (best) bests.set(key, best);
    }
  }
  for (const target of targets.filter(({ scope }) => scope !== 'member')) {
    const best = await bestOf(whoseTarget(target), kpi, unit, asked);
    if (best) bests.set(target.subjectId, best);
  }
  return bests;
}

const bestOf = async (whose: Whose, kpi: Kpi, unit: Unit, asked: Asked) =>
  bestIn(await complete({ whose, by: [unit] }, kpi, asked));

/** The values of the past year's complete periods. */
async function complete(
  question: Pick<Question, 'whose' | 'where' | 'by'>,
  { id, dimensions }: Kpi,
  asked: Asked,
): Promise<readonly Group[]> {
  if (!question.by.every((by) => dimensions.includes(by))) return [];
  const { now, workspace } = asked;
  const unit = question.by.at(-1) as Unit;
  const end = startOfUnit(localDay(now, workspace.zone), unit, calendarSettings(workspace));
  const [from, through] = [end.subtract({ years: 1 }), end.subtract({ days: 1 })].map(String) as [string, string];
  const { groups } = await evaluate(asked, { ...question, kpis: [id], period: { kind: 'between', from, through } });
  return groups;
}

/** The best period; null if there are too few, or all are zero. */
function bestIn(groups: readonly Group[]): number | null {
  const history = historyFrom(groups.map(({ kpis: [kpi] }) => (kpi?.value == null ? null : Number(kpi.value))));
  const best = Math.max(0, ...history);
  return history.length >= FEWEST && best > 0 ? best : null;
}

interface Far {
  kpi: Kpi;
  unit: Unit;
  /** The goal's share for one day, week or month; `best` is the most reached in one. */
  each: number;
  best: number;
  /** Whose best it is; null: their own. */
  of: Whose | null;
}

function hugeText(target: NewTarget, { kpi, unit, each, best, of }: Far, { directory, workspace }: Asked): string {
  const written = (value: number) => figureText(value, { unit: kpi.unit, currency: workspace.currency });
  const days = { from: Temporal.PlainDate.from(target.startsOn), to: Temporal.PlainDate.from(target.endsOn) };
  return text('target.huge', {
    subject: escaped(subjectName(whoseTarget(target), directory)),
    kpi: kpiTitle(kpi.id).toLowerCase(),
    span: spanLabel(days, calendarSettings(workspace).calendar),
    value: written(Number(target.value)),
    each: each === Number(target.value) ? 'all' : written(each),
    unit,
    times: numberText(Math.floor(each / best), 0),
    of: of ? escaped(subjectName(of, directory)) : 'own',
    best: written(best),
  });
}

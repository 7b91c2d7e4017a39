import type { Temporal } from 'temporal-polyfill';
import { daysAtWorkIn, elapsedWorkingDays, type WorkingCalendar, workingDaysIn } from '../calendar/working-days.ts';
import type { Transaction } from '../db/client.ts';
import type { Directory } from '../people/directory.ts';
import { membersFrom, sellersIn } from '../people/presence.ts';
import { memberCalendar, workspaceCalendar } from '../people/working-calendar.ts';
import type { Workspace } from '../people/workspace.ts';
import { ratesOn } from '../records/rates.ts';
import { type GoalWanted, goalFor, type SetGoal } from '../targets/goal.ts';
import { type Pace, type PaceInput, paceOf } from '../targets/pace.ts';
import { type TargetRow, targetsFor } from '../targets/storage.ts';
import { addsUp, addsUpOverTime, type Kpi } from './definition.ts';
import { type Goal, type GoalPart, together } from './goal-of-several.ts';
import type { Whose } from './question.ts';

export interface Goals {
  goalOf(kpi: Kpi, whose: Whose): Goal | null;
  /** Null if it has no pace. */
  paceOf(kpi: Kpi, whose: Whose, actual: number, target: number): Pace | null;
}

export interface GoalsInput {
  db: Transaction;
  workspace: Workspace;
  directory: Directory;
  now: Temporal.Instant;
  kpis: readonly Kpi[];
  period: Span & { running: boolean };
  /** Goals to treat as already set, in the workspace's currency; null: none. */
  asIf?: { kpi: Kpi; whose: Whose; spans: readonly (Span & { value: number | null })[] };
}

interface Span {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** The goals for a period, of anybody in the workspace. */
export async function loadGoals({ period, ...input }: GoalsInput): Promise<Goals> {
  const goalsOf = await loadGoalsWithin({ ...input, span: period });
  return goalsOf(period);
}

/** The same for each period within a span, loaded once. */
export async function loadGoalsWithin({
  span: { from, to },
  asIf,
  ...input
}: Omit<GoalsInput, 'period'> & { span: Span }): Promise<(period: GoalsInput['period']) => Goals> {
  const { db, workspace, directory, kpis } = input;
  const wanted = {
    kpis: kpis.map(({ id }) => id),
    memberIds: directory.members.map(({ id }) => id),
    teamIds: directory.teams.map(({ id }) => id),
    includeWorkspace: true,
    from: from.toString(),
    to: to.toString(),
  };
  const rows = kpis.length > 0 ? await targetsFor(db, workspace.id, wanted) : [];
  const rateOf = await ratesOn(
    db,
    workspace.id,
    workspace.currency,
    rows.flatMap(({ currency, startsOn }) => (currency ? [{ currency, day: startsOn }] : [])),
  );
  const set = new Map<string, SetGoal[]>();
  for (const row of rows) {
    const value = inOurCurrency(row, rateOf);
    const key = `${row.kpi} ${row.subjectId ?? row.scope}`;
    if (value !== null) set.set(key, [...(set.get(key) ?? []), { startsOn: row.startsOn, endsOn: row.endsOn, value }]);
  }
  for (const { from: start, to: end, value } of asIf?.spans ?? []) {
    const [startsOn, endsOn] = [start.toString(), end.toString()];
    const key = `${asIf?.kpi.id} ${asIf && subjectOf(asIf.whose)}`;
    const others = (set.get(key) ?? []).filter((goal) => goal.startsOn !== startsOn || goal.endsOn !== endsOn);
    set.set(key, value === null ? others : [...others, { startsOn, endsOn, value }]);
  }
  return (period) => goalsFrom(set, { ...input, period });
}

/** Whose goal it is; several teams have none together. */
function subjectOf(whose: Whose): string | undefined {
  if (whose.scope === 'workspace') return whose.scope;
  return whose.scope === 'member' ? whose.memberId : whose.teamIds[0];
}

function goalsFrom(
  set: ReadonlyMap<string, readonly SetGoal[]>,
  { workspace, directory, now, period }: Omit<GoalsInput, 'db' | 'kpis'>,
): Goals {
  const [from, to] = [period.from.toString(), period.to.toString()];
  const daysOfAll = countedDays(workspaceCalendar(workspace, directory));
  // Every KPI asks for the same people and days.
  const inTeam = onceEach((teamId) => membersOf(directory, [teamId], period));
  const there = onceEach(() => membersFrom(directory, from).map(({ id }) => id));
  const selling = onceEach(() => new Set(sellersIn(directory, from, to)));
  const daysGone = onceEach((memberId) => workingDaysGone({ workspace, directory, now, period }, memberId || null));
  const counted = new Map<string, CountedDays>();
  /**
   * A person's working days; of one team, those spent in it, so that someone who changes teams brings each their share.
   */
  const daysOf = (memberId: string, teamId?: string): CountedDays => {
    const key = `${memberId} ${teamId ?? ''}`;
    const days = counted.get(key) ?? countedDays(memberCalendar(memberId, directory, workspace, teamId));
    counted.set(key, days);
    return days;
  };
  const ownGoal = (kpi: Kpi, subject: string, calendar: () => CountedDays): number | null => {
    const goals = set.get(`${kpi.id} ${subject}`);
    // Lazy: most people have goals for few KPIs, and counting days is slow.
    return goals ? goalFor(goals, { from, to, addsUp: addsUpOverTime(kpi), ...calendar() }) : null;
  };
  const ofAll = (value: number | null, teamId: string | null = null): GoalPart | null => {
    if (value === null) return null;
    const wanting = teamId === null ? [] : inTeam(teamId).filter((id) => selling('').has(id));
    return { value, teamId, having: null, wanting };
  };
  const sumOfMembers = (kpi: Kpi, memberIds: string[], teamId?: string): GoalPart | null => {
    if (!addsUp(kpi)) return null;
    const all = memberIds.map((id) => ({ id, goal: ownGoal(kpi, id, () => daysOf(id, teamId)) }));
    const goals = all.filter(({ goal }) => goal !== null);
    if (goals.length === 0) return null;
    // Others than sellers need no target; whoever has one counts, even if their role has changed since.
    const wanting = all.filter(({ id, goal }) => goal !== null || selling('').has(id)).map(({ id }) => id);
    const value = goals.reduce((sum, { goal }) => sum + (goal ?? 0), 0);
    return { value, teamId: teamId ?? null, having: goals.map(({ id }) => id), wanting };
  };
  const teamGoal = (kpi: Kpi, teamId: string) =>
    ofAll(
      ownGoal(kpi, teamId, () => daysOfAll),
      teamId,
    ) ?? sumOfMembers(kpi, inTeam(teamId), teamId);

  // Most KPIs have no goals, and asking for each person's is slow.
  const aimedAt = new Set([...set.keys()].map((key) => key.split(' ')[0]));
  const goalOf = (kpi: Kpi, whose: Whose): Goal | null => {
    if (!aimedAt.has(kpi.id)) return null;
    switch (whose.scope) {
      case 'member':
        return together([ofAll(ownGoal(kpi, whose.memberId, () => daysOf(whose.memberId)))]);
      case 'team':
        if (whose.teamIds.length > 1 && !addsUp(kpi)) return null;
        return together(whose.teamIds.map((teamId) => teamGoal(kpi, teamId)));
      case 'workspace': {
        const own = ofAll(ownGoal(kpi, 'workspace', () => daysOfAll));
        return together([own ?? sumOfMembers(kpi, there(''))]);
      }
    }
  };
  return {
    goalOf,
    paceOf: (kpi, whose, actual, target) =>
      isPaced(kpi)
        ? paceOf({ actual, target, ...daysGone(memberOf(whose) ?? ''), wholes: kpi.unit === 'count' })
        : null,
  };
}

/** A number's pace towards its target; null for rates, and where lower is better. */
export function paceTowards(asked: PaceAsked, kpi: Kpi, whose: Whose, actual: number, target: number): Pace | null {
  if (!isPaced(kpi)) return null;
  return paceOf({ actual, target, ...workingDaysGone(asked, memberOf(whose)), wholes: kpi.unit === 'count' });
}

type PaceAsked = Pick<GoalsInput, 'workspace' | 'directory' | 'now' | 'period'>;

const isPaced = (kpi: Kpi): boolean => addsUpOverTime(kpi) && kpi.better === 'up';
const memberOf = (whose: Whose): string | null => (whose.scope === 'member' ? whose.memberId : null);

/** The working days of a period, of one person or of all, and how many of them are over. */
function workingDaysGone(
  { workspace, directory, now, period: { from, to, running } }: PaceAsked,
  memberId: string | null,
): Pick<PaceInput, 'workingDays' | 'elapsed' | 'finished'> {
  const calendar =
    memberId === null ? workspaceCalendar(workspace, directory) : memberCalendar(memberId, directory, workspace);
  return {
    workingDays: daysAtWorkIn(from, to, calendar),
    elapsed: running ? elapsedWorkingDays(from, now, calendar) : 0,
    finished: !running && from.toZonedDateTime(workspace.zone).epochMilliseconds <= now.epochMilliseconds,
  };
}

/** Memoised by key. */
function onceEach<Found>(find: (key: string) => Found): (key: string) => Found {
  const known = new Map<string, Found>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}

type CountedDays = Pick<GoalWanted, 'workingDays' | 'daysAtWork'>;

/** Counts the days of each span once: every KPI asks for the same ones. */
function countedDays(calendar: WorkingCalendar): CountedDays {
  const counts = new Map<string, number>();
  const once =
    (what: string, count: typeof workingDaysIn) =>
    (from: string, to: string): number => {
      const key = `${what} ${from} ${to}`;
      const known = counts.get(key) ?? count(from, to, calendar);
      counts.set(key, known);
      return known;
    };
  return { workingDays: once('working', workingDaysIn), daysAtWork: once('at work', daysAtWorkIn) };
}

/** A goal in another currency counts at the rate of its first day; without a rate it cannot count. */
function inOurCurrency({ value, currency, startsOn: day }: TargetRow, rateOf: RateOf): number | null {
  const rate = currency ? rateOf({ currency, day }) : 1;
  return rate === null ? null : Number(value) * rate;
}

type RateOf = Awaited<ReturnType<typeof ratesOn>>;

/** Who was in one of the teams on any day of a period, and had not left before it: each once. */
export function membersOf(
  directory: Directory,
  teamIds: readonly string[],
  period: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): string[] {
  const from = period.from.toString();
  const to = period.to.toString();
  const there = new Set(membersFrom(directory, from).map(({ id }) => id));
  const inTeam = directory.memberships.filter(
    ({ memberId, teamId, startsOn, endsOn }) =>
      there.has(memberId) &&
      teamId &&
      teamIds.includes(teamId) &&
      (!startsOn || startsOn < to) &&
      (!endsOn || endsOn > from),
  );
  return [...new Set(inTeam.map(({ memberId }) => memberId))];
}

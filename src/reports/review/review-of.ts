/** The monthly and the quarterly review: what a period brought, and what the months before it show. */
import { localDay } from '../../calendar/local-day.ts';
import { startOfUnit } from '../../calendar/units.ts';
import type { Answer, Group, KpiValue } from '../../kpi/answer.ts';
import { type Asking, evaluate } from '../../kpi/evaluate.ts';
import type { Dimension, Whose } from '../../kpi/question.ts';
import { calendarSettings } from '../../people/workspace.ts';
import { type CapacitySignal, capacitySignal } from './capacity.ts';
import { type JudgedGoal, judgedGoals, peopleReviewed } from './judged-goals.ts';
import { type Mover, moversIn } from './movers.ts';
import { type Range, yearRange } from './outlook.ts';
import { monthsUpTo, type ReviewUnit, reviewedSpans } from './reviewed-months.ts';
import { trendOver, wholeMonths } from './series.ts';

export interface ReviewAsked {
  unit: ReviewUnit;
  /** The period's last day, ISO. */
  through: string;
  whose: Whose;
  /** Whether the reader may see a team's people one by one. */
  byPerson: boolean;
}

/** A change in revenue over six and twelve months; null: too few months are known. */
export interface Trend {
  label: string;
  six: number | null;
  twelve: number | null;
}

/** Where the fiscal year is heading. */
export interface Outlook {
  /** As of the end of the period. */
  soFar: number;
  /** Months to come; 0: the year is over. */
  left: number;
  /** The number of whole months it is based on. */
  months: number;
  /** null: too few months, or the year is over. */
  range: Range | null;
}

export interface Review {
  unit: ReviewUnit;
  /** The period, compared with the one before and with its targets. */
  summary: Answer;
  /** Revenue of twelve months, by person or team if several are visible. */
  course: Answer;
  trends: readonly Trend[];
  /** null: goals are hidden, as people are. */
  goals: readonly JudgedGoal[] | null;
  /** The sales cycle of the period and that of the workspace over twelve months, to compare. */
  cycle: { own: KpiValue | null; benchmark: KpiValue | null };
  movers: readonly Mover[];
  capacity: CapacitySignal | null;
  outlook: Outlook;
  isEmpty: boolean;
}

const SUMMARY = ['revenue', 'deals_won', 'win_rate', 'avg_deal_size', 'sales_cycle', 'activities_logged'];
const LOAD = ['revenue', 'activities_logged', 'pipeline_value', 'lead_response_time'];
const YEAR = 12;
/** Three changes need four months. */
const MOVED_OVER = 4;

/** Makes a review as of the moment of `asking`. */
export async function reviewOf(asking: Asking, { unit, through, whose, byPerson }: ReviewAsked): Promise<Review> {
  const { workspace, directory, now } = asking;
  const settings = calendarSettings(workspace);
  const { span, next } = reviewedSpans(through, unit, settings);
  const period = { kind: 'between', from: span.from.toString(), through } as const;
  const year = monthsUpTo(span.to, YEAR, settings);
  // One more month, as the one in which records begin is incomplete.
  const known = monthsUpTo(span.to, YEAR + 1, settings);
  const rows = rowsOf(whose, byPerson);
  const everyone: Whose = { scope: 'workspace' };
  const today = localDay(now, workspace.zone).toString();
  const memberIds = byPerson || whose.scope === 'member' ? peopleReviewed(whose, span, directory, today) : null;
  const [summary, months, revenues, ofTeams, benchmark, movers, goals] = await Promise.all([
    evaluate(asking, { kpis: SUMMARY, whose, period, by: [] }),
    evaluate(asking, { kpis: LOAD, whose, period: known.period, by: ['month'] }),
    evaluate(asking, { kpis: ['revenue'], whose, period: year.period, by: rows ? [rows, 'month'] : ['month'] }),
    rows === 'rep' && hasTeams(whose)
      ? evaluate(asking, { kpis: ['revenue'], whose, period: year.period, by: ['team', 'month'] })
      : null,
    evaluate(asking, { kpis: ['sales_cycle'], whose: everyone, period: year.period, by: [] }),
    productsMoved(asking, { through, whose }),
    memberIds && judgedGoals(asking, { kpis: [], memberIds, span, next, settings }),
  ]);
  const course = rows ? sellingIn(revenues) : revenues;
  const of = (kpi: string) => valuesIn(months.groups, kpi, known.starts);
  const revenue = of('revenue');
  const whole = wholeMonths(revenue);
  const teams = ofTeams ? trendsIn(sellingIn(ofTeams), 'team', year.starts, whole) : [];
  const lastMonths = revenue.slice(revenue.length - whole).map(Number);
  const inYear = known.starts.filter((start) => start >= startOfUnit(span.from, 'year', settings).toString());
  const left = YEAR - inYear.length;
  const soFar = revenue.slice(-inYear.length).reduce<number>((sum, value) => sum + Number(value ?? 0), 0);
  const load = (kpi: string) => knownAtEnd(of(kpi));
  return {
    ...{ unit, summary, course, goals, movers: movers.movers },
    trends: [trendOf(summary.subject, lastMonths), ...teams, ...trendsIn(course, rows, year.starts, whole)],
    cycle: { own: summary.kpis.find(({ id }) => id === 'sales_cycle') ?? null, benchmark: benchmark.kpis[0] ?? null },
    capacity: capacitySignal({
      activity: load('activities_logged'),
      pipeline: load('pipeline_value'),
      revenue: load('revenue'),
      response: load('lead_response_time'),
    }),
    outlook: { soFar, left, months: whole, range: left > 0 ? yearRange(soFar, lastMonths, left) : null },
    isEmpty: summary.nothingRecorded || (whole === 0 && summary.kpis.every(({ value }) => !Number(value))),
  };
}

/** The products that rise or fall up to a month's last day. */
export async function productsMoved(asking: Asking, { through, whose }: Pick<ReviewAsked, 'through' | 'whose'>) {
  const settings = calendarSettings(asking.workspace);
  const { span } = reviewedSpans(through, 'month', settings);
  const { starts, period } = monthsUpTo(span.to, MOVED_OVER + 1, settings);
  const [products, all] = await Promise.all([
    evaluate(asking, { kpis: ['revenue'], whose, period, by: ['product', 'month'] }),
    evaluate(asking, { kpis: ['revenue'], whose, period, by: ['month'] }),
  ]);
  const isKnown = wholeMonths(valuesIn(all.groups, 'revenue', starts)) >= MOVED_OVER;
  return { answer: products, movers: isKnown ? moversIn(products, starts.slice(1)) : [] };
}

/** By person if people may be seen, else by team if there are several. */
function rowsOf(whose: Whose, byPerson: boolean): Dimension | null {
  if (whose.scope === 'member') return null;
  if (byPerson) return 'rep';
  return hasTeams(whose) ? 'team' : null;
}

const hasTeams = (whose: Whose) => whose.scope === 'workspace' || (whose.scope === 'team' && whose.teamIds.length > 1);

/** Leaves out people who sell nothing all year, such as those who only find leads: they have no trend. */
const sellingIn = (answer: Answer): Answer => ({
  ...answer,
  groups: answer.groups.filter(({ kpis: [kpi] }) => Number(kpi?.value)),
});

const trendOf = (label: string, months: readonly number[]): Trend => ({
  label,
  six: trendOver(months, 6),
  twelve: trendOver(months, YEAR),
});

function trendsIn({ groups }: Answer, rows: Dimension | null, starts: readonly string[], whole: number): Trend[] {
  if (!rows) return [];
  return groups
    .filter(({ key }) => key !== null)
    .map(({ label, groups: parts = [] }) => {
      // A month without a sale has no group.
      const values = valuesIn(parts, 'revenue', starts).map((value) => value ?? 0);
      return trendOf(label, values.slice(Math.max(0, values.length - whole)));
    });
}

const valuesIn = (groups: readonly Group[], kpi: string, starts: readonly string[]): (number | null)[] =>
  starts.map((start) => {
    const value = groups.find(({ key }) => key === start)?.kpis.find(({ id }) => id === kpi)?.value ?? null;
    return value === null ? null : Number(value);
  });

/** The latest months without a gap; the one in which records begin does not count. */
function knownAtEnd(values: readonly (number | null)[]): number[] {
  const whole = wholeMonths(values);
  return values.slice(values.length - whole).map(Number);
}

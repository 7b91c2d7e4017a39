import { isoDayOf } from '../calendar/js-date.ts';
import { workspaceCalendar } from '../people/working-calendar.ts';
import { calendarSettings } from '../people/workspace.ts';
import type { Figure } from './answer.ts';
import type { Kpi, LeftOut } from './definition.ts';
import { breakdownOf, filtersFor, isTime } from './dimensions.ts';
import { type Asking, knownKpi } from './evaluate.ts';
import type { Those } from './goal-of-several.ts';
import { loadGoals } from './goals.ts';
import { type Making, makingsOf } from './makings.ts';
import type { Measure } from './measure.ts';
import type { Filter, Question, Whose } from './question.ts';
import { detailsOf, type RecordDetails } from './record-details.ts';
import {
  type ListedRow,
  type ListedTotals,
  type Listing,
  recordsStatement,
  totalsStatement,
  type Visible,
} from './record-statement.ts';
import { shownRegions } from './shown-regions.ts';
import { type QuestionSpans, spansOf } from './spans.ts';
import { aimOf } from './towards.ts';
import { goalOwnerOfGroup, includingParts } from './where.ts';

/** The numerator, the denominator, or what was left out. */
export type RecordsPart = 'numerator' | 'denominator' | 'leftOut';

export interface RecordsAsked {
  /** Which of the KPIs. */
  kpi: string;
  part: RecordsPart;
  /** The group's key in each of the question's breakdowns, outermost first; empty: the whole. */
  group?: readonly (string | null)[];
  /** Whose records may be named; not given: everybody's. */
  visible?: Visible;
  /** From 0; clamped to the last page. */
  page?: number;
  pageSize?: number;
}

/** A record behind a value. */
export interface ValueRecord extends RecordDetails {
  /** ISO; the day it counts on. */
  day: string;
  owner: string | null;
  /** Its own amount; null where it has none. */
  amount: { value: string; currency: string } | null;
  /** The rate its amount was converted at; null if none was needed or known. */
  rate: { value: string; day: string } | null;
  /** What it adds to the number: 1 where records are counted, else money, seconds, days or pieces. */
  adds: Figure;
  /** Why it is left out, if it is. */
  reason: LeftOut['reason'] | null;
}

export interface Records {
  /** What is listed; null for what was left out, which has several measures. */
  measure: Measure | null;
  records: readonly ValueRecord[];
  /** How many may be named, and how many may only be counted. */
  shown: number;
  hidden: number;
  /** Their sum, including the hidden ones; null if there are none. */
  sum: Figure | null;
  page: number;
  pageSize: number;
}

/** As many as one reads on a phone without scrolling far. */
const PAGE_SIZE = 10;

/**
 * The records behind one value of an answer: numerator, denominator or what was left out, found by the same statement
 * as the number itself. Null if that side is not made of records, such as a target.
 */
export async function recordsBehind(asking: Asking, question: Question, asked: RecordsAsked): Promise<Records | null> {
  const kpi = knownKpi(asked.kpi);
  const makings = makingsOf(kpi, knownKpi);
  const sides: { making: Making; reason: LeftOut['reason'] | null }[] =
    asked.part === 'leftOut'
      ? (kpi.leftOut ?? []).map(({ reason, measure }) => ({ making: { measure, span: 'current' }, reason }))
      : [makings[asked.part]].flatMap((making) => (making ? [{ making, reason: null }] : []));
  if (sides.length === 0) return null;

  const group = asked.group ?? [];
  const spans = spansAsked(asking, question);
  const whom = await whomBehind(kpi, asking, question, spans, group);
  const listings = sides.flatMap(({ making, reason }) =>
    whom.flatMap((those) => listingOf(making, reason, { asking, question, spans, group, those })),
  );
  const { visible = 'all', pageSize = PAGE_SIZE } = asked;
  const measure = asked.part === 'leftOut' ? null : (sides[0]?.making.measure ?? null);
  if (listings.length === 0) return { measure, records: [], shown: 0, hidden: 0, sum: null, page: 0, pageSize };
  const { db } = asking;
  const [totals] = await db.$queryRaw<[ListedTotals]>(totalsStatement(listings, visible));
  const page = Math.max(0, Math.min(asked.page ?? 0, Math.ceil(totals.shown / pageSize) - 1));
  const rows = await db.$queryRaw<ListedRow[]>(
    recordsStatement(listings, visible, { limit: pageSize, offset: page * pageSize }),
  );
  const details = await detailsOf(rows, asking);
  const records = rows.map((row, index) => recordOf(row, details[index], measure, asking));
  const { shown, hidden, sum } = totals;
  return { measure, records, shown, hidden, sum: sum && figureOf(sum, measure), page, pageSize };
}

function spansAsked({ workspace, directory, now }: Asking, question: Question): QuestionSpans {
  const { by, period: spec, against = 'previous' } = question;
  const settings = calendarSettings(workspace);
  const working = workspaceCalendar(workspace, directory);
  return spansOf({ spec, now, settings, working, against, by: by.find(isTime) ?? null, growth: false });
}

/** The people who have a target, if only some have one; otherwise nobody in particular. */
async function whomBehind(
  kpi: Kpi,
  { db, workspace, directory, now }: Asking,
  question: Question,
  spans: QuestionSpans,
  keys: readonly (string | null)[],
): Promise<readonly (Those | null)[]> {
  const aim = aimOf(kpi);
  const whose = goalOwnerOfGroup(question, keys);
  if (aim === null || !whose) return [null];
  const bucket = spans.bucketStarts.indexOf(keys[question.by.findIndex(isTime)] ?? '');
  const period = { ...(spans.buckets[bucket] ?? spans.period), running: spans.period.running };
  const goals = await loadGoals({ db, workspace, directory, now, kpis: [knownKpi(aim)], period });
  return goals.goalOf(knownKpi(aim), whose)?.whom ?? [null];
}

interface Within {
  asking: Asking;
  question: Question;
  spans: QuestionSpans;
  group: readonly (string | null)[];
  those: Those | null;
}

/** Where to list the records of one measure; empty if its fact does not have this group. */
function listingOf(
  { measure, span, sharedBy }: Making,
  reason: LeftOut['reason'] | null,
  { asking: { workspace, directory }, question, spans, group: keys, those }: Within,
): Listing[] {
  const { by, where = [] } = question;
  const whose: Whose = those?.teamId ? { scope: 'team', teamIds: [those.teamId] } : question.whose;
  const ofThose: Filter[] = those?.memberIds ? [{ by: 'rep', keys: those.memberIds }] : [];
  let place = span === 'current' ? spans.current : spans.previous;
  const group: Listing['group'][number][] = [];
  for (const [level, dimension] of by.entries()) {
    const key = keys[level];
    if (key === undefined || dimension === sharedBy) continue;
    if (isTime(dimension)) {
      place = spans.firstBucket + spans.bucketStarts.indexOf(key ?? '');
      continue;
    }
    const grouping = breakdownOf(measure.fact, dimension, shownRegions(where, directory));
    if (!grouping) return [];
    group.push({ grouping, key });
  }
  const within = spans.spans[place];
  if (!within) return [];
  const filters = filtersFor(measure.fact, [...includingParts(where, directory), ...ofThose]);
  const about = { workspaceId: workspace.id, currency: workspace.currency, events: new Set(measure.events) };
  // What surveys have published has no records behind it.
  const scope = { ...about, reader: null };
  return [{ measure, reason, statement: { scope, spans: [within], whose, filters }, group }];
}

const figureOf = (value: ListedRow['adds'], measure: Measure | null): Figure =>
  measure?.money ? value.toString() : value.toNumber();

function recordOf(
  row: ListedRow,
  details: RecordDetails | undefined,
  measure: Measure | null,
  { directory }: Asking,
): ValueRecord {
  if (!details) throw new Error('a record has gone while it was looked up');
  const { day, owner_id, amount, currency, rate, rate_day, adds, reason } = row;
  return {
    ...details,
    day: isoDayOf(day),
    owner: directory.members.find(({ id }) => id === owner_id)?.name ?? null,
    amount: amount && currency ? { value: amount.toString(), currency } : null,
    rate: rate && rate_day ? { value: rate.toString(), day: isoDayOf(rate_day) } : null,
    adds: figureOf(adds, measure),
    reason,
  };
}

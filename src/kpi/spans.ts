import { Temporal } from 'temporal-polyfill';
import { buckets } from '../calendar/buckets.ts';
import { completeMonths } from '../calendar/complete-months.ts';
import { localDay } from '../calendar/local-day.ts';
import { comparisonPeriod, comparisonSpan, type Period, resolvePeriod } from '../calendar/period.ts';
import type { PeriodSpec } from '../calendar/period-spec.ts';
import type { CalendarSettings } from '../calendar/settings.ts';
import type { Span } from '../calendar/span.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { Problem } from '../errors.ts';
import { text } from '../language/text.ts';
import type { TimeDimension } from './question.ts';
import type { CountedSpan } from './statement.ts';

/** The periods of one question, and the spans of days that its statements count over. */
export interface QuestionSpans {
  period: Period;
  comparison: Period;
  /** The whole of what a running period is compared with a stretch of. */
  comparedWhole: Span;
  spans: CountedSpan[];
  /** Where each period stands in `spans`; null: nobody asks, or it cannot be told, what the comparison period is compared with. */
  current: number;
  previous: number;
  beforePrevious: number | null;
  /** Over time: the buckets' first days, in the order of their spans, which begin at `firstBucket`. */
  bucketStarts: string[];
  firstBucket: number;
  /** The same with their ends, also where these lie ahead. */
  buckets: readonly Span[];
}

export interface SpansInput {
  spec: PeriodSpec;
  now: Temporal.Instant;
  settings: CalendarSettings;
  working: WorkingCalendar;
  by: TimeDimension | null;
  against: 'previous' | 'lastYear';
  /** Whether it matters what the comparison period itself is compared with. */
  growth: boolean;
}

/** Works out every span at once, so that one statement per fact answers them all. */
export function spansOf({ spec, now, settings, working, by, against, growth }: SpansInput): QuestionSpans {
  const period = resolvePeriod(spec, now, settings);
  const comparison = comparisonPeriod(spec, now, settings, against, working);
  const earlier = growth ? beforeComparison({ spec, settings, working, against }, period, comparison) : null;
  const today = localDay(now, settings.zone);
  const bucketSpans = by ? bucketsUntil(today, period, by, settings) : [];
  const counting = bucketSpans.map((bucket) => ({ ...period, ...bucket }));
  const periods = [period, comparison, ...(earlier ? [earlier] : []), ...counting];
  return {
    period,
    comparison,
    // What is held against a goal alone asks for it.
    get comparedWhole() {
      return comparisonSpan(spec, now, settings, against, working);
    },
    spans: periods.map((each) => {
      const seen = seenFrom(each, comparison, period, now);
      return counted(each, { at: seen, on: seen === now ? today : localDay(seen, settings.zone) }, today, settings);
    }),
    current: 0,
    previous: 1,
    beforePrevious: earlier ? 2 : null,
    bucketStarts: bucketSpans.map(({ from }) => from.toString()),
    firstBucket: earlier ? 3 : 2,
    buckets: bucketSpans,
  };
}

/** More than a year of days is not an answer but an export. */
const MOST_BUCKETS = 400;
const shortest: Record<TimeDimension, number> = { day: 1, week: 7, month: 28, quarter: 84, year: 354 };

function bucketsUntil(
  today: Temporal.PlainDate,
  period: Period,
  by: TimeDimension,
  settings: CalendarSettings,
): Span[] {
  if (period.from.until(period.to).days > MOST_BUCKETS * shortest[by]) {
    throw new Problem('period.too_many_parts', { by: text(`by.${by}`), most: MOST_BUCKETS });
  }
  const starts = buckets(period, by, settings);
  return starts
    .map((from, index) => ({ from, to: starts[index + 1] ?? period.to }))
    .filter(({ from }) => Temporal.PlainDate.compare(from, today) <= 0);
}

/** What the comparison period itself is compared with: growth needs it. */
function beforeComparison(
  { spec, settings, working, against }: Pick<SpansInput, 'spec' | 'settings' | 'working' | 'against'>,
  period: Period,
  comparison: Period,
): Period | null {
  const end = comparison.to.toZonedDateTime(settings.zone).toInstant();
  if (period.running) {
    // "This month" seen from the cut of last month is last month, and is compared with the month before it.
    const at = comparison.until ?? end.subtract({ nanoseconds: 1 });
    return spec.kind === 'this' || spec.kind === 'toDate' || spec.kind === 'weekday'
      ? comparisonPeriod(spec, at, settings, against, working)
      : null;
  }
  // "Last week" asked when the comparison period ended is that period.
  const isOfNow = spec.kind === 'last' || spec.kind === 'trailing' || spec.kind === 'weekday';
  if (isOfNow) return comparisonPeriod(spec, end, settings, against, working);
  const through = comparison.to.subtract({ days: 1 });
  const written: PeriodSpec = { kind: 'between', from: comparison.from.toString(), through: through.toString() };
  return comparisonPeriod(written, end, settings, against, working);
}

/** Cohorts are looked back at from now, an earlier one from as long before now as it began earlier: at equal age. */
function seenFrom(each: Period, comparison: Period, period: Period, now: Temporal.Instant): Temporal.Instant {
  return each === comparison ? now.subtract({ hours: 24 * comparison.from.until(period.from).days }) : now;
}

function counted(
  { from, to, until }: Period,
  seen: { at: Temporal.Instant; on: Temporal.PlainDate },
  today: Temporal.PlainDate,
  settings: CalendarSettings,
): CountedSpan {
  const { zone } = settings;
  // Beyond the day of `until` nothing counts, not even what is only a date.
  const last = until && localDay(until, zone).add({ days: 1 });
  const end = last && Temporal.PlainDate.compare(last, to) < 0 ? last : to;
  return {
    startsOn: from.toString(),
    endsOn: (Temporal.PlainDate.compare(end, from) < 0 ? from : end).toString(),
    untilAt: until?.toString() ?? null,
    seenAt: seen.at.toString(),
    seenOn: seen.on.toString(),
    // Hardly any statement asks for them, and an answer can have many spans.
    get months() {
      return completeMonths(12, earliest(to, until ? localDay(until, zone) : today, today), settings).map(String);
    },
  };
}

const earliest = (...days: Temporal.PlainDate[]) =>
  days.reduce((one, other) => (Temporal.PlainDate.compare(one, other) < 0 ? one : other));

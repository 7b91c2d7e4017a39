/** The days a question is about and those it is compared with, at a given moment. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from './local-day.ts';
import { monthOf, startOfMonth, yearBefore } from './months.ts';
import type { PeriodSpec } from './period-spec.ts';
import type { CalendarSettings } from './settings.ts';
import { type Span, settingsFor, spanOf } from './span.ts';
import { previousWorkingDay, type WorkingCalendar } from './working-days.ts';

export interface Period extends Span {
  /**
   * Where counting stops before `to`, or null when the whole period counts. A fact with an instant at or after it is
   * out; a fact that is only a date is out when it lies after this instant's local day, and in when it lies on it.
   */
  until: Temporal.Instant | null;
  /** Whether the period has begun and is not over. */
  running: boolean;
}

/**
 * The period asked for, as it stands now. A running one keeps its full length (targets need it) and counts up to now;
 * so does one that lies in the future, which is therefore empty. Throws a Problem for what no calendar has.
 *
 * @example resolvePeriod({ kind: 'this', unit: 'month' }, noonOf31March, settings) // 1 March – 1 April, until noon
 */
export function resolvePeriod(spec: PeriodSpec, now: Temporal.Instant, settings: CalendarSettings): Period {
  return asOf(spanOf(spec, localDay(now, settings.zone), settings), now, settings.zone);
}

/**
 * The period to compare with. `previous`: whole months with as many whole months before, other spans with the equal
 * length just before, `today` with the last working day before it, a weekday that is named with the same one a week before.
 * `lastYear`: the same dates, weeks and such weekdays 52 weeks earlier.
 * A running period is compared with as many days from the start of that one, up to the same local time of day, but
 * never beyond its end; its `to` is then the day after the cut.
 */
export function comparisonPeriod(...asked: ComparisonAsked): Period {
  const [, now, { zone }] = asked;
  const { whole, until } = compared(...asked);
  return until ? cutAt(whole, until, now, zone) : asOf(whole, now, zone);
}

/** The same, whole also where the period is running: a goal is for all of it. */
export const comparisonSpan = (...asked: ComparisonAsked): Span => compared(...asked).whole;

type ComparisonAsked = [
  spec: PeriodSpec,
  now: Temporal.Instant,
  settings: CalendarSettings,
  against: 'previous' | 'lastYear',
  working: WorkingCalendar,
];

/** The span to compare with, and of a running period the day of it that is like today. */
function compared(...[spec, now, settings, against, working]: ComparisonAsked): {
  whole: Span;
  until: Temporal.PlainDate | null;
} {
  const today = localDay(now, settings.zone);
  const own = settingsFor(spec, settings);
  const span = spanOf(wholeOf(spec), today, own);
  const { running } = asOf(span, now, settings.zone);

  if (against === 'lastYear') {
    const dayLike = yearEarlier(spec, own);
    const whole = aYearBefore(span, dayLike, wholeMonths(spec, span, own) > 0);
    return { whole, until: running ? dayLike(today) : null };
  }
  if (spec.kind === 'weekday') {
    const whole = { from: span.from.subtract({ weeks: 1 }), to: span.to.subtract({ weeks: 1 }) };
    return { whole, until: running ? whole.from : null };
  }
  if (running && lengthOf(span) === 1) {
    const from = previousWorkingDay(today, working);
    return { whole: { from, to: from.add({ days: 1 }) }, until: from };
  }
  const whole = justBefore(span, wholeMonths(spec, span, own), own);
  return { whole, until: running ? whole.from.add(span.from.until(today)) : null };
}

/** "To date" is the running unit under another name: both are compared with the whole unit before, cut. */
function wholeOf(spec: PeriodSpec): PeriodSpec {
  return spec.kind === 'toDate' ? { kind: 'this', unit: spec.unit } : spec;
}

function justBefore(span: Span, months: number, { calendar }: CalendarSettings): Span {
  const from = months
    ? startOfMonth(monthOf(span.from, calendar) - months, calendar)
    : span.from.subtract({ days: lengthOf(span) });
  return { from, to: span.from };
}

type Move = (day: Temporal.PlainDate) => Temporal.PlainDate;

/** How a day finds its like a year earlier: by its date, or for weeks by its weekday. */
function yearEarlier(spec: PeriodSpec, { calendar }: CalendarSettings): Move {
  const inWeeks = spec.kind === 'weekday' || ('unit' in spec && spec.unit === 'week');
  return inWeeks ? (day) => day.subtract({ weeks: 52 }) : (day) => yearBefore(day, calendar);
}

/** Whole months stay whole, whichever of the two Februaries is the longer; of other spans the first and last day move. */
function aYearBefore({ from, to }: Span, dayLike: Move, whole: boolean): Span {
  return { from: dayLike(from), to: whole ? dayLike(to) : dayLike(to.subtract({ days: 1 })).add({ days: 1 }) };
}

/** How many months a span is; 0 when it is not made of whole ones, or was asked for in days or weeks and only happens to be. */
function wholeMonths(spec: PeriodSpec, { from, to }: Span, { calendar }: CalendarSettings): number {
  if ('unit' in spec && (spec.unit === 'day' || spec.unit === 'week')) return 0;
  const first = monthOf(from, calendar);
  const next = monthOf(to, calendar);
  const whole = startOfMonth(first, calendar).equals(from) && startOfMonth(next, calendar).equals(to);
  return whole ? next - first : 0;
}

function lengthOf({ from, to }: Span): number {
  return from.until(to).days;
}

function asOf({ from, to }: Span, now: Temporal.Instant, zone: string): Period {
  const today = localDay(now, zone);
  const over = Temporal.PlainDate.compare(to, today) <= 0;
  const begun = Temporal.PlainDate.compare(from, today) <= 0;
  return { from, to, until: over ? null : now, running: begun && !over };
}

/** A finished span up to a day of it, at the time of day that it is now; the whole span when the day lies beyond it. */
function cutAt({ from, to }: Span, day: Temporal.PlainDate, now: Temporal.Instant, zone: string): Period {
  if (Temporal.PlainDate.compare(day, to) >= 0) return { from, to, until: null, running: false };
  const plainTime = now.toZonedDateTimeISO(zone).toPlainTime();
  const until = day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
  return { from, to: day.add({ days: 1 }), until, running: false };
}

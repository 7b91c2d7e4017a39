import { Temporal } from 'temporal-polyfill';
import type { PeriodSpec } from '../calendar/period-spec.ts';
import type { CalendarSettings } from '../calendar/settings.ts';
import { type Span, settingsFor, spanOf } from '../calendar/span.ts';
import { startOfUnit, stepUnits } from '../calendar/units.ts';
import type { TargetUnit } from './storage.ts';

/** The days [from, to) that a goal is for: one whole unit of the calendar. */
export interface TargetSpan {
  unit: TargetUnit;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

const units = ['day', 'week', 'month', 'quarter', 'year'] as const;

/**
 * The days of a goal. A weekday, and a month or quarter without its year, is the one that is running or comes next, because
 * goals look ahead. Null when the period is no whole day, week, month, quarter or year, such as "last 30 days".
 */
export function targetSpan(spec: PeriodSpec, today: Temporal.PlainDate, settings: CalendarSettings): TargetSpan | null {
  if (spec.kind === 'toDate' || spec.kind === 'trailing') return null;
  const { from, to } = comingSpan(spec, today, settings);
  const own = settingsFor(spec, settings);
  const unit = units.find(
    (each) => startOfUnit(from, each, own).equals(from) && stepUnits(from, each, 1, own).equals(to),
  );
  return unit ? { unit, from, to } : null;
}

/** The days of a period, a weekday, or a month or quarter without its year, being the one that is running or comes next. */
export function comingSpan(spec: PeriodSpec, today: Temporal.PlainDate, settings: CalendarSettings): Span {
  const span = spanOf(spec, today, settings);
  const yearless = (spec.kind === 'month' || spec.kind === 'quarter') && spec.year === undefined;
  const isOver = Temporal.PlainDate.compare(span.to, today) <= 0;
  if (spec.kind === 'weekday' && isOver && !spec.isOver)
    return { from: span.from.add({ weeks: 1 }), to: span.to.add({ weeks: 1 }) };
  // A few days into it: a Persian year is not always as long as a Gregorian one.
  return yearless && isOver ? spanOf(spec, span.from.add({ years: 1, days: 5 }), settings) : span;
}

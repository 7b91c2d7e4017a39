import { Temporal } from 'temporal-polyfill';
import { completeMonths } from '../../calendar/complete-months.ts';
import type { CalendarSettings } from '../../calendar/settings.ts';
import { startOfUnit, stepUnits } from '../../calendar/units.ts';
import type { TargetSpan } from '../../targets/target-span.ts';

export type ReviewUnit = 'month' | 'quarter';

/** The last day (ISO) of the period to review on a given day: the last one complete by then. */
export const reviewedThrough = (on: Temporal.PlainDate, unit: ReviewUnit, settings: CalendarSettings): string =>
  startOfUnit(on, unit, settings).subtract({ days: 1 }).toString();

/** The period that ends with a day (ISO), and the one after it. */
export function reviewedSpans(through: string, unit: ReviewUnit, settings: CalendarSettings) {
  const to = Temporal.PlainDate.from(through).add({ days: 1 });
  const span: TargetSpan = { unit, from: stepUnits(to, unit, -1, settings), to };
  const next: TargetSpan = { unit, from: to, to: stepUnits(to, unit, 1, settings) };
  return { span, next };
}

/** The last `count` months up to the end of a period: their first days (ISO), and the period they make up. */
export function monthsUpTo(to: Temporal.PlainDate, count: number, settings: CalendarSettings) {
  const starts = completeMonths(count, to, settings).slice(0, -1).map(String);
  const through = to.subtract({ days: 1 }).toString();
  return { starts, period: { kind: 'between' as const, from: starts[0] ?? through, through } };
}

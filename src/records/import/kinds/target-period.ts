import { Temporal } from 'temporal-polyfill';
import type { PeriodSpec } from '../../../calendar/period-spec.ts';
import type { CalendarSettings } from '../../../calendar/settings.ts';
import { spanOf } from '../../../calendar/span.ts';
import { type CalendarUnit, startOfUnit, stepUnits } from '../../../calendar/units.ts';

/** The days [startsOn, endsOn), ISO, that a goal is for. */
export interface TargetSpan {
  unit: CalendarUnit;
  startsOn: string;
  endsOn: string;
}

/** Reads `2026`, `2026-Q1`, `2026-03`, `2026-W10` or `2026-03-15` on the workspace's calendar. Null: it is none of them. */
export function readTargetPeriod(
  text: string,
  today: Temporal.PlainDate,
  settings: CalendarSettings,
): TargetSpan | null {
  const [, year, rest = ''] = /^(\d{4})(?:[-\s/]?(q[1-4]|w\d{1,2}|\d{1,2}(?:-\d{1,2})?))?$/i.exec(text.trim()) ?? [];
  if (!year) return null;
  if (rest === '') return resolved('year', { kind: 'year', year: Number(year) }, today, settings);
  const number = Number(rest.replace(/\D/, ''));
  if (/^q/i.test(rest))
    return resolved(
      'quarter',
      { kind: 'quarter', quarter: number as 1 | 2 | 3 | 4, year: Number(year) },
      today,
      settings,
    );
  if (/^w/i.test(rest)) return readWeek(Number(year), number, settings);
  if (rest.includes('-')) return readDays(`${year}-${padded(rest)}`, null, settings);
  return number >= 1 && number <= 12
    ? resolved('month', { kind: 'month', month: number, year: Number(year) }, today, settings)
    : null;
}

const padded = (monthAndDay: string) =>
  monthAndDay
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');

function resolved(
  unit: CalendarUnit,
  spec: PeriodSpec,
  today: Temporal.PlainDate,
  settings: CalendarSettings,
): TargetSpan {
  const { from, to } = spanOf(spec, today, settings);
  return { unit, startsOn: from.toString(), endsOn: to.toString() };
}

/** The workspace's week that holds the Monday of an ISO week. */
function readWeek(year: number, week: number, settings: CalendarSettings): TargetSpan | null {
  const inFirst = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = inFirst.subtract({ days: inFirst.dayOfWeek - 1 }).add({ weeks: week - 1 });
  if (monday.yearOfWeek !== year || monday.weekOfYear !== week) return null;
  const start = startOfUnit(monday, 'week', settings);
  return { unit: 'week', startsOn: start.toString(), endsOn: start.add({ weeks: 1 }).toString() };
}

/** Days as people write them, both included; without the last one, the first is all. Null: there are no such days. */
export function readDays(first: string, last: string | null, settings: CalendarSettings): TargetSpan | null {
  const [from, through] = [dayOrNull(first), dayOrNull(last ?? first)];
  if (!from || !through || Temporal.PlainDate.compare(from, through) > 0) return null;
  const to = through.add({ days: 1 });
  return { unit: unitOf(from, to, settings), startsOn: from.toString(), endsOn: to.toString() };
}

function dayOrNull(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/** The unit that the days are one whole of, else the shortest that could hold them. */
function unitOf(from: Temporal.PlainDate, to: Temporal.PlainDate, settings: CalendarSettings): CalendarUnit {
  const units = ['day', 'week', 'month', 'quarter', 'year'] as const;
  const whole = units.find(
    (unit) => startOfUnit(from, unit, settings).equals(from) && stepUnits(from, unit, 1, settings).equals(to),
  );
  const days = from.until(to).days;
  return whole ?? units[[1, 7, 31, 92].filter((longest) => days > longest).length] ?? 'year';
}

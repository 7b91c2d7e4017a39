/** Periods worked out a second way: by looking them up in lists of first days, sharing nothing with `src/calendar`. */
import { Temporal } from 'temporal-polyfill';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import type { Facts, When } from '../support/facts.ts';

type Workspace = NonNullable<Facts['workspace']>;
type Unit = 'week' | 'month' | 'quarter' | 'year';

/** Half-open days, already cut where the period is still running; moments with their offset from UTC. */
export interface Window {
  from: string;
  to: string;
  until?: string;
  /** When cohorts are looked back at. */
  seen: string;
}

/**
 * What a question is about: the period, the one before and the one before that; `goal` is the whole of the period, `goalBefore`
 * that of the one before.
 */
export interface Windows {
  window: Window;
  before: Window;
  beforeThat: Window;
  goal: { from: string; to: string };
  goalBefore: { from: string; to: string };
}

export const plus = (day: string, step: Temporal.DurationLike) => Temporal.PlainDate.from(day).add(step).toString();
const daysFrom = (from: string, to: string) => Temporal.PlainDate.from(from).until(to).days;

/** A moment as the clocks of a zone show it: '2026-03-05T14:00:00+01:00[Europe/Berlin]'. */
export const local = (when: When, zone = 'UTC') =>
  (when.endsWith('Z')
    ? Temporal.Instant.from(when).toZonedDateTimeISO(zone)
    : Temporal.PlainDateTime.from(when).toZonedDateTime(zone)
  ).toString();

/** 1 Farvardin of the years 1400 to 1405, as they were; six months of 31 days follow, five of 30 and the rest. */
const newYears = ['2021-03-21', '2022-03-21', '2023-03-21', '2024-03-20', '2025-03-21', '2026-03-21'];

/** The first days of the months of more than five years, with their number in the year. */
function months({ calendar = 'gregory' }: Workspace): { on: string; month: number }[] {
  const twelve = Array.from({ length: 12 }, (_, index) => index);
  if (calendar === 'persian')
    return newYears.flatMap((newYear) =>
      twelve.map((index) => ({ on: plus(newYear, { days: 30 * index + Math.min(index, 6) }), month: index + 1 })),
    );
  return [2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) =>
    twelve.map((index) => ({ on: `${year}-${String(index + 1).padStart(2, '0')}-01`, month: index + 1 })),
  );
}

export const monthStarts = (workspace: Workspace) => months(workspace).map(({ on }) => on);

function firstDays(unit: Unit, workspace: Workspace): string[] {
  const { weekStart = 1, fiscalStartMonth = 1 } = workspace;
  if (unit === 'week') {
    // 4 January 2021 was a Monday.
    return Array.from({ length: 310 }, (_, week) => plus('2021-01-04', { days: 7 * week + weekStart - 1 }));
  }
  const every = { month: 1, quarter: 3, year: 12 }[unit];
  return months(workspace).flatMap(({ on, month }) => ((month - fiscalStartMonth + 12) % every === 0 ? [on] : []));
}

/** The windows of "this" and "last" something, or of written days that are no whole months, asked at an instant. */
export function windowsOf(spec: PeriodSpec, now: string, workspace: Workspace): Windows {
  const { zone } = workspace;
  const seen = local(now, zone);
  const today = seen.slice(0, 10);
  if (spec.kind === 'between') {
    const to = plus(spec.through, { days: 1 });
    const length = daysFrom(spec.from, to);
    return finished([spec.from, to].map((day) => [-2 * length, -length, 0].map((days) => plus(day, { days }))));
  }
  if (spec.kind === 'weekday') {
    const days = Array.from({ length: 40 }, (_, ago) => plus(today, { days: -ago }));
    const [on = '', ...others] = days.filter(
      (day) => Temporal.PlainDate.from(day).dayOfWeek === spec.weekday && !(spec.isOver && day === today),
    );
    const [a = '', b = ''] = others;
    const next = (day: string) => plus(day, { days: 1 });
    if (on !== today) return finished([[b, a, on], [b, a, on].map(next)]);
    const upTo = (day: string) => ({
      ...{ from: day, to: next(day) },
      until: local(`${day}T${Temporal.ZonedDateTime.from(seen).toPlainTime()}`, zone),
    });
    return {
      window: { ...upTo(on), until: seen, seen },
      before: { ...upTo(a), seen: agesAgo(a, on) },
      beforeThat: { ...upTo(b), seen },
      goal: { from: on, to: next(on) },
      goalBefore: { from: a, to: next(a) },
    };
  }
  if ((spec.kind !== 'this' && spec.kind !== 'last') || spec.unit === 'day') throw new Error('not worked out here');
  const starts = firstDays(spec.unit, workspace);
  const running = starts.filter((day) => day <= today).length - 1;
  const start = (back: number) => starts[running - back] ?? '';
  if (spec.kind === 'last') {
    const firsts = [start(3), start(2), start(1)];
    return finished([firsts, [start(2), start(1), start(0)]]);
  }
  const clock = Temporal.ZonedDateTime.from(seen).toPlainTime().toString();
  const window = { from: start(0), to: plus(today, { days: 1 }), until: seen, seen };
  const before = asFarIn(1, today, clock);
  const beforeThat = asFarIn(2, before.day, before.clock);
  return {
    window,
    before: { ...before.window, seen: agesAgo(start(1), start(0)) },
    beforeThat: { ...beforeThat.window, seen },
    goal: { from: start(0), to: start(-1) },
    goalBefore: { from: start(1), to: start(0) },
  };

  /** As many days into the unit that began so many before the running one, at the same time of day; at most all of it. */
  function asFarIn(back: number, day: string, clock: string) {
    const [from, end] = [start(back), start(back - 1)];
    const there = plus(from, { days: daysFrom(end, day) });
    if (there >= end) return { window: { from, to: end }, day: plus(end, { days: -1 }), clock: '23:59:59.999999999' };
    const until = local(`${there}T${clock}`, zone);
    return { window: { from, to: plus(there, { days: 1 }), until }, day: there, clock };
  }

  function agesAgo(from: string, to: string): string {
    return Temporal.ZonedDateTime.from(seen)
      .subtract({ hours: 24 * daysFrom(from, to) })
      .toString();
  }

  function finished([firsts = [], ends = []]: string[][]): Windows {
    const at = (index: number, seenAt: string) => ({ from: firsts[index] ?? '', to: ends[index] ?? '', seen: seenAt });
    const before = at(1, agesAgo(firsts[1] ?? '', firsts[2] ?? ''));
    return { window: at(2, seen), before, beforeThat: at(0, seen), goal: at(2, seen), goalBefore: before };
  }
}

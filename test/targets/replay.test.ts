// A year of people who do the same on every working day, looked at every hour: they are on pace, and no better or worse than before.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/calendar/local-day.ts';
import { comparisonPeriod, resolvePeriod } from '../../src/calendar/period.ts';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import { daysAtWorkIn, elapsedWorkingDays, type WorkingCalendar } from '../../src/calendar/working-days.ts';
import { type PaceStatus, paceOf } from '../../src/targets/pace.ts';
import { counted, doneBy, teams } from '../support/constant-work.ts';

const units = ['week', 'month', 'quarter', 'year'] as const;
const perDay = [1, 2, 3, 8] as const;

const firstHour = Temporal.Instant.from('2026-01-01T00:00Z');
const hours = Array.from({ length: 365 * 24 }, (_, hour) => firstHour.add({ hours: hour }));
/** For an average, in which each hour of the day comes equally often, and each of the week. */
const fifthHours = hours.filter((_, hour) => hour % 5 === 0);

describe.each(teams)('a team $name that does the same every day', (team) => {
  const { calendar, settings: own } = team;
  const work = perDay.map((each) => ({ each, done: doneBy(team, each) }));

  test.each(units)('is never behind and never ahead in its %s, at any hour of the year', (unit) => {
    const spec: PeriodSpec = { kind: 'this', unit };
    const judged = new Map<PaceStatus | null, number>();
    for (const now of hours) {
      const period = resolvePeriod(spec, now, own);
      const workingDays = daysAtWorkInOf(period, calendar);
      const today = localDay(now, calendar.zone);
      const elapsed =
        daysAtWorkInOf({ from: period.from, to: today }, calendar) + elapsedWorkingDays(today, now, calendar);
      for (const { each, done } of work) {
        const actual = counted(done, period, own.zone);
        // As calls or deals, and as the money they bring.
        for (const wholes of [true, false]) {
          const pace = paceOf({ actual, target: each * workingDays, workingDays, elapsed, finished: false, wholes });
          const status = pace?.status ?? null;
          judged.set(status, (judged.get(status) ?? 0) + 1);
          if (status === 'behind' || status === 'ahead')
            throw new Error(`${status} at ${now} with ${each} a day, ${wholes ? 'wholes' : 'money'}: ${actual}`);
        }
      }
    }
    expect([...judged.keys()].toSorted()).toEqual(expect.arrayContaining(['early', 'on_pace']));
  });
});

describe.each(teams)('a team $name that does the same every day', (team) => {
  const { calendar, settings: own } = team;
  const done = doneBy(team, 8);

  test.each(units)('is on average neither better nor worse than the same stretch of the %s before', (unit) => {
    const spec: PeriodSpec = { kind: 'this', unit };
    let [now, earlier] = [0, 0];
    for (const hour of fifthHours) {
      now += counted(done, resolvePeriod(spec, hour, own), own.zone);
      earlier += counted(done, comparisonPeriod(spec, hour, own, 'previous', calendar), own.zone);
    }
    expect(Math.abs(now / earlier - 1)).toBeLessThan(0.02);
  });
});

const lengths = new Map<string, number>();

/** The same few spans are asked for thousands of times. */
function daysAtWorkInOf({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }, calendar: WorkingCalendar) {
  const key = `${calendar.zone} ${from} ${to}`;
  const known = lengths.get(key) ?? daysAtWorkIn(from, to, calendar);
  lengths.set(key, known);
  return known;
}

// The engine's own numbers about somebody who does the same every day, against counting on the fingers.
import { Temporal } from 'temporal-polyfill';
import { expect, test, vi } from 'vitest';
import { comparisonPeriod, resolvePeriod } from '../../src/calendar/period.ts';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import type { WorkingCalendar } from '../../src/calendar/working-days.ts';
import { counted, doneBy, type Team, teams } from '../support/constant-work.ts';
import { useDatabase } from '../support/database.ts';
import { call, won } from '../support/facts.ts';
import { type Story, tell } from './asking.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const db = useDatabase();
/** Each team with another number of deals a day: the fewer, the longer the wait for today’s. */
const working = teams.map((team, at) => ({ ...team, perDay: [1, 2, 3, 8][at]! }));
/** Each call brings a deal in another currency. */
const [EUROS, DOLLARS_EACH] = [100.5, 150.75];

/** Mondays at nine, the first days of months at nine and at midnight, and some moments in between. */
const moments = Array.from({ length: 365 }, (_, at) => Temporal.PlainDate.from('2026-01-01').add({ days: at })).flatMap(
  (day) =>
    [
      ...(day.day === 1 ? ['00:00', '09:00'] : []),
      ...(day.dayOfWeek === 1 ? ['09:00'] : []),
      ...(day.dayOfYear % 11 === 0 ? ['13:20'] : []),
      ...(day.dayOfYear % 17 === 0 ? ['17:00', '23:59:59'] : []),
    ].map((time) => `${day}T${time}`),
);

/** Everything that was done since the middle of 2025, with goals for each quarter of exactly what was going to be done in it. */
async function steadyAnna({ calendar, settings: own }: Team, done: readonly number[]): Promise<Story> {
  const quarters: { from: string; to: string }[] = [];
  for (let day = '2026-01-01'; day < '2027-01-01'; day = quarters.at(-1)!.to) {
    const now = Temporal.PlainDate.from(day).toZonedDateTime(own.zone).toInstant();
    const { from, to } = resolvePeriod({ kind: 'this', unit: 'quarter' }, now, own);
    quarters.push({ from: `${from}`, to: `${to}` });
  }
  const whole = (from: string, to: string) => {
    const [start, end] = [from, to].map((day) => Temporal.PlainDate.from(day));
    return counted(done, { from: start!, to: end!, until: null, running: false }, own.zone);
  };
  const recent = done.filter((at) => at > Date.parse('2025-06-01')).map((at) => new Date(at).toISOString());
  const { start: workdayStart, end: workdayEnd } = calendar.hours;
  return tell(db(), {
    workspace: {
      ...own,
      holidayCode: calendar.holidayCode,
      workingDays: [...calendar.workingDays],
      workdayStart,
      workdayEnd,
    },
    belongs: [{ who: 'anna', team: 'North' }],
    daysOff: [...daysOffOf(calendar)].map((from) => ({ who: 'anna', from })),
    rates: [{ currency: 'EUR', from: '2025-01-01', rate: 1.5 }],
    activities: recent.map((at) => call('anna', at)),
    deals: recent.map((at) => won('anna', at, EUROS, { currency: 'EUR' })),
    targets: quarters.flatMap(({ from, to }) => [
      { kpi: 'calls_made', whose: 'anna', from, to, value: whole(from, to) },
      { kpi: 'revenue', whose: 'anna', from, to, value: DOLLARS_EACH * whole(from, to) },
    ]),
  });
}

/** Those of the year that is looked at. */
function daysOffOf({ daysOff }: WorkingCalendar): string[] {
  return Array.from({ length: 365 }, (_, at) => `${Temporal.PlainDate.from('2026-01-01').add({ days: at })}`).filter(
    (day) => daysOff.has(day),
  );
}

test.each(working)(
  'a team $name that does and earns the same every day is compared with what was there, on average zero, and never told to be behind',
  async (team) => {
    const { calendar, settings: own } = team;
    const done = doneBy(team, team.perDay);
    const anna = await steadyAnna(team, done);
    for (const unit of ['week', 'month', 'quarter'] as const) {
      const period: PeriodSpec = { kind: 'this', unit };
      let [all, allBefore] = [0, 0];
      for (const moment of moments) {
        const now = Temporal.PlainDateTime.from(moment).toZonedDateTime(own.zone).toInstant();
        const { kpis } = await anna.ask(['calls_made', 'revenue'], { whose: 'anna', period, now: moment });
        const value = counted(done, resolvePeriod(period, now, own), own.zone);
        const previous = counted(done, comparisonPeriod(period, now, own, 'previous', calendar), own.zone);
        const said = kpis.map((kpi) => ({ id: kpi.id, value: Number(kpi.value), previous: Number(kpi.previous) }));
        expect({ moment, unit, said }).toEqual({
          moment,
          unit,
          said: [
            { id: 'calls_made', value, previous },
            { id: 'revenue', value: DOLLARS_EACH * value, previous: DOLLARS_EACH * previous },
          ],
        });
        for (const { id, pace } of kpis) {
          expect({ moment, unit, id, status: pace?.status ?? null }).not.toEqual({
            moment,
            unit,
            id,
            status: 'behind',
          });
        }
        all += value;
        allBefore += previous;
      }
      // The moments lean to the beginnings of months; over all hours of the year it is 2 %.
      expect(Math.abs(all / allBefore - 1), `${unit}s`).toBeLessThan(0.05);
    }
  },
);

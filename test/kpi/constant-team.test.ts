// The engine's own numbers about somebody who does the same every day, against counting on the fingers.
import { Temporal } from 'temporal-polyfill';
import { expect, test, vi } from 'vitest';
import { comparisonPeriod, resolvePeriod } from '../../src/calendar/period.ts';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import { office, settings } from '../calendar/examples.ts';
import { counted, doneBy } from '../support/constant-work.ts';
import { useDatabase } from '../support/database.ts';
import { call } from '../support/facts.ts';
import { type Story, tell } from './asking.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const db = useDatabase();
const calendar = office({ holidayCode: 'DE-BE' });
const own = settings();
const PER_DAY = 5;

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

async function steadyAnna(): Promise<Story> {
  const done = doneBy({ name: 'anna', calendar, settings: own }, PER_DAY).map((at) => new Date(at).toISOString());
  const days = new Set(done.map((at) => at.slice(0, 7)));
  const inMonth = (month: string) => done.filter((at) => at.startsWith(month)).length;
  return tell(db(), {
    workspace: { zone: own.zone, holidayCode: 'DE-BE' },
    belongs: [{ who: 'anna', team: 'North' }],
    activities: done.map((at) => call('anna', at)),
    targets: [...days].map((month) => {
      const from = Temporal.PlainDate.from(`${month}-01`);
      return {
        kpi: 'calls_made',
        whose: 'anna',
        from: `${from}`,
        to: `${from.add({ months: 1 })}`,
        value: inMonth(month),
      };
    }),
  });
}

test('who does the same every day is never told to be behind, and is compared with what was there', async () => {
  const done = doneBy({ name: 'anna', calendar, settings: own }, PER_DAY);
  const anna = await steadyAnna();
  const differences: number[] = [];
  for (const unit of ['week', 'month', 'quarter'] as const) {
    const period: PeriodSpec = { kind: 'this', unit };
    for (const moment of moments) {
      const now = Temporal.PlainDateTime.from(moment).toZonedDateTime(own.zone).toInstant();
      const { value, previous, pace } = await anna.kpi('calls_made', { whose: 'anna', period, now: moment });
      const expected = {
        value: counted(done, resolvePeriod(period, now, own), own.zone),
        previous: counted(done, comparisonPeriod(period, now, own, 'previous', calendar), own.zone),
      };
      expect({ moment, unit, value, previous }).toEqual({ moment, unit, ...expected });
      expect({ moment, unit, status: pace?.status ?? null }).not.toEqual({ moment, unit, status: 'behind' });
      differences.push(Number(value) - Number(previous));
    }
  }
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
  expect(Math.abs(mean)).toBeLessThan(PER_DAY / 2);
});

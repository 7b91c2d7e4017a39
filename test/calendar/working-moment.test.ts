import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { nextWorkingMoment } from '../../src/calendar/working-moment.ts';

const calendar = {
  zone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  hours: { start: '09:00', end: '17:00' },
  holidayCode: null,
  daysOff: { has: (day: string) => day === '2026-03-23' },
  added: new Set<string>(),
  removed: new Set<string>(),
};
const berlin = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime('Europe/Berlin').toInstant();

it.each([
  ['within the hours it is the moment itself', '2026-03-18T11:30', '2026-03-18T11:30'],
  ['before them their beginning', '2026-03-18T06:00', '2026-03-18T09:00'],
  ['from their end on those of the next day', '2026-03-18T17:00', '2026-03-19T09:00'],
  ['over a weekend and a day off those after it', '2026-03-20T22:00', '2026-03-24T09:00'],
])('%s', (_, at, expected) => {
  expect(nextWorkingMoment(berlin(at), calendar).toString()).toBe(berlin(expected).toString());
});

/** A year through the real planner, and what is due in it by an independent computation: RFC 5545, with rrule-temporal. */
import Holidays from 'date-holidays';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/db/client.ts';
import { planDue } from '../../src/schedule/plan.ts';
import type { Recurrence } from '../../src/schedule/recurrence.ts';
import { type Audience, addSchedule } from '../../src/schedule/schedule.ts';
import { chanceOf } from '../chaos/chance.ts';

export const instant = (moment: string) => Temporal.Instant.from(moment);
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds);
export const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

const start = instant('2026-01-05T00:00:00Z');
const end = instant('2027-01-05T00:00:00Z');
export const everyDay = [1, 2, 3, 4, 5, 6, 7];
export const recurring = (on: Recurrence['on'], at: string, workingDaysOnly = false): Recurrence => ({
  on,
  at,
  workingDaysOnly,
  from: '2026-01-05',
});
export const weekly = (weekdays: number[], at: string, workingDaysOnly = false) =>
  recurring({ kind: 'weekly', weekdays, every: 1 }, at, workingDaysOnly);

/** Adds a digest that is live from the start of the year; returns its id. */
export async function addDigest(
  db: Database,
  workspaceId: string,
  audience: Audience,
  recurrence: Recurrence,
  zone: string | null = null,
): Promise<string> {
  const what = { kind: 'digest' as const, whose: { scope: 'workspace' as const }, byPerson: false };
  return addSchedule(db, workspaceId, { what, audience, recurrence, zone, ownerId: null }, date(start));
}

export interface Stroke {
  /** The day by the clocks of whom it is for. */
  day: string;
  at: Temporal.Instant;
}

/** The strokes of the year as RFC 5545 has them. It leaves out what the clocks skip; that is added by hand. */
export function strokes(rule: string, at: string, zone: string, skipped: Record<string, string> = {}): Stroke[] {
  const stamp = `20260105T${at.replace(':', '')}00`;
  const found = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${stamp}\nRRULE:${rule}` })
    .between(date(start), date(end.add({ hours: 24 })), true)
    .map((each) => ({ day: each.toPlainDate().toString(), at: instant(each.toInstant().toString()) }));
  const added = Object.entries(skipped).map(([day, moment]) => ({ day, at: instant(moment) }));
  return [...found, ...added]
    .filter(({ at: moment }) => isBefore(start, moment))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

export const publicHolidays = (code: string) => {
  const [country = '', state] = code.split('-');
  const holidays = state ? new Holidays(country, state) : new Holidays(country);
  return new Set(
    [2026, 2027].flatMap((year) =>
      holidays
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map((each) => each.date.slice(0, 10)),
    ),
  );
};

/** What is sent, when one looks at these moments: of what has come due in between the last, while it is of use. */
export const sentAt = (due: readonly Stroke[], moments: readonly Temporal.Instant[]): string[] =>
  moments.flatMap((now, index) => {
    const before = moments[index - 1] ?? start;
    const last = due.filter(({ at }) => isBefore(before, at) && !isBefore(now, at)).at(-1);
    return last && isBefore(now, last.at.add({ hours: 12 })) ? [`${last.day} ${last.at}`] : [];
  });

/** What is due from one moment on and up to another. */
export const within = (due: readonly Stroke[], from: string | null, to: string | null) =>
  due.filter(({ at }) => (!from || isBefore(instant(from), at)) && (!to || !isBefore(instant(to), at)));

/** Something else that happens in the year. */
export type Event = [at: string, deed: () => Promise<unknown>];

/**
 * Goes through the year, and looks at what is due every eight to twelve hours, but for the day on which the machine was off.
 * Returns when it looked.
 */
export async function goThroughYear(db: Database, events: readonly Event[]): Promise<Temporal.Instant[]> {
  const moments: Temporal.Instant[] = [];
  const chance = chanceOf(2026);
  const waiting = [...events];
  for (let now = start; isBefore(now, end); ) {
    const next = now.add({ minutes: Math.round(chance.between(480, 715)) });
    const isOutage =
      !isBefore(next, instant('2026-06-10T01:00:00Z')) && isBefore(next, instant('2026-06-11T03:00:00Z'));
    const event = waiting[0];
    now = isOutage
      ? instant('2026-06-11T03:00:00Z')
      : event && !isBefore(next, instant(event[0]))
        ? instant(event[0])
        : next;
    // Now and then two processes look at the same moment.
    await Promise.all(Array.from({ length: moments.length % 4 ? 1 : 2 }, () => planDue(db, now)));
    moments.push(now);
    if (event && now.equals(instant(event[0]))) await waiting.shift()?.[1]();
  }
  return moments;
}

/** What was sent of a schedule to somebody: the day by their clocks, and the moment that it was due at. */
export async function sent(db: Database, scheduleId: string, recipient: string): Promise<string[]> {
  const rows = await db.delivery.findMany({
    where: { scheduleId, recipient, state: { not: 'skipped' } },
    orderBy: { dueAt: 'asc' },
  });
  return rows.map(({ slot, dueAt }) => `${slot?.slice(0, 10)} ${dueAt.toISOString().replace('.000', '')}`);
}

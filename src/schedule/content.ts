/** What one strike of a schedule says: the schedule's own words about a span of days. */
import { Temporal } from 'temporal-polyfill';
import { startOfUnit } from '../calendar/units.ts';
import type { Content } from '../delivery/outbox.ts';
import { reviewedThrough } from '../reports/review/reviewed-months.ts';
import { standupContent } from '../standups/asks.ts';
import { pulseContent } from '../surveys/content.ts';
import { type Days, meantDate, type Recurrence } from './recurrence.ts';
import type { Schedule, What } from './schedule.ts';
import { dayOfSlotBefore } from './slots.ts';

/** Hours for which a missed message is still worth sending. */
const usefulHours = {
  digest: 12,
  report: 72,
  review: 120,
  sheet: 72,
  morning: 5,
  reminder: 5,
  alert: 168,
  // Of several missed mornings only the last is sent.
  customers: 336,
} as const satisfies Record<Exclude<What['kind'], 'standup' | 'pulse'>, number>;

/**
 * When a message is no longer worth sending: a standup's questions when its window closes, a survey's with its round.
 */
export function staleAt(what: What, at: Temporal.Instant): Temporal.Instant {
  if (what.kind === 'standup') return at.add({ minutes: what.windowMinutes });
  if (what.kind === 'pulse') return at.add({ hours: 24 * what.openDays });
  return at.add({ hours: usefulHours[what.kind] });
}

/**
 * The messages of a strike, in their order.
 *
 * @param on the slot's day by the recipient's calendar; @param people whom they manage, of those it is about
 */
export function contentsOf(
  { id, what, recurrence, ownerId }: Pick<Schedule, 'id' | 'what' | 'recurrence' | 'ownerId'>,
  on: Temporal.PlainDate,
  days: Days,
  people: readonly string[],
): Content[] {
  switch (what.kind) {
    case 'digest':
      return [{ ...what, ...daysSince(on, recurrence, days) }];
    case 'standup': {
      const about = {
        scheduleId: id,
        day: on.toString(),
        windowMinutes: what.windowMinutes,
        questions: what.questions,
      };
      return [{ kind: standupContent.ask, ...about, ...daysSince(on, recurrence, days) }];
    }
    case 'pulse':
      return [{ kind: pulseContent.ask, scheduleId: id }];
    case 'morning':
      return [{ kind: what.kind }];
    case 'customers':
      return [{ kind: what.kind, day: on.toString() }];
    case 'reminder':
      return [{ kind: what.kind, words: what.words, by: ownerId }];
    case 'alert':
      return [{ kind: what.kind, rule: what.rule }];
    case 'review':
      return [{ ...what, through: reviewedThrough(meantDate(on, recurrence, days), what.unit, days.settings) }];
    case 'sheet': {
      const week = weekBefore(on, days);
      return people.map((memberId) => ({ kind: what.kind, memberId, week }));
    }
    case 'report': {
      const week = weekBefore(on, days);
      const { kind, whose, byPerson } = what;
      return what.reports.map((report) => ({ kind, report, week, whose, byPerson }));
    }
  }
}

function weekBefore(on: Temporal.PlainDate, { settings }: Days) {
  const from = startOfUnit(on, 'week', settings).subtract({ weeks: 1 });
  return { from: from.toString(), through: from.add({ days: 6 }).toString() };
}

/** The days since the slot before: on Monday that is Friday to Sunday, and after a holiday more. */
export function daysSince(
  on: Temporal.PlainDate,
  recurrence: Recurrence,
  days: Days,
): { from: string; through: string } {
  const from = dayOfSlotBefore(on, recurrence, days) ?? on.subtract({ days: 1 });
  return { from: from.toString(), through: on.subtract({ days: 1 }).toString() };
}

/** The day a slot is named after. */
export const dayOfSlot = (name: string): Temporal.PlainDate => Temporal.PlainDate.from(name.slice(0, 10));

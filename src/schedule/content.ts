/** What one strike of a schedule says: the schedule's own words about a span of days. */
import { Temporal } from 'temporal-polyfill';
import { startOfUnit } from '../calendar/units.ts';
import type { Content } from '../delivery/outbox.ts';
import type { Days } from './recurrence.ts';
import type { Schedule, What } from './schedule.ts';
import { dayOfSlotBefore } from './slots.ts';

/** For so many hours what was missed is still of use; then it is left out. */
export const usefulHours = { digest: 12, report: 72 } as const satisfies Record<What['kind'], number>;

/**
 * The messages of a strike, in their order.
 *
 * @param on the slot's day by the recipient's calendar
 */
export function contentsOf(
  { what, recurrence }: Pick<Schedule, 'what' | 'recurrence'>,
  on: Temporal.PlainDate,
  days: Days,
): Content[] {
  switch (what.kind) {
    case 'digest': {
      // On Monday that is Friday to Sunday, and after a holiday more.
      const from = dayOfSlotBefore(on, recurrence, days) ?? on.subtract({ days: 1 });
      return [{ ...what, from: from.toString(), through: on.subtract({ days: 1 }).toString() }];
    }
    case 'report': {
      const from = startOfUnit(on, 'week', days.settings).subtract({ weeks: 1 });
      const week = { from: from.toString(), through: from.add({ days: 6 }).toString() };
      const { kind, whose, byPerson } = what;
      return what.reports.map((report) => ({ kind, report, week, whose, byPerson }));
    }
  }
}

/** The day a slot is named after. */
export const dayOfSlot = (name: string): Temporal.PlainDate => Temporal.PlainDate.from(name.slice(0, 10));

import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { memberCalendar } from '../people/working-calendar.ts';

/** The day it is where somebody lives: what is due today is due on theirs, wherever the workspace counts its days. */
export function ownDay({ workspace, directory, now }: Asking, memberId: string): Temporal.PlainDate {
  const own = directory.members.find(({ id }) => id === memberId)?.zone;
  return localDay(now, own ?? memberCalendar(memberId, directory, workspace).zone);
}

/** Messages reach people by their own clock, whatever zone the workspace counts its days in. */
import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Directory } from './directory.ts';
import { memberWithId } from './of-member.ts';
import { memberCalendar } from './working-calendar.ts';
import type { Workspace } from './workspace.ts';

/**
 * A person's zone: their own in Slack, else their office's, else the workspace's. `daily-cap.ts` has the same in SQL.
 */
export function zoneOf(
  memberId: string,
  { members, offices }: Pick<Directory, 'members' | 'offices'>,
  workspace: Pick<Workspace, 'zone'>,
): string {
  const member = memberWithId({ members }, memberId);
  return member?.zone ?? offices.find(({ id }) => id === member?.officeId)?.zone ?? workspace.zone;
}

/**
 * A person's working hours by their own clock, in which messages reach them. Targets count the days of
 * `memberCalendar`.
 */
export const workingHoursOf = (memberId: string, directory: Directory, workspace: Workspace): WorkingCalendar => ({
  ...memberCalendar(memberId, directory, workspace),
  zone: zoneOf(memberId, directory, workspace),
});

/** The moment itself if it is within somebody's working hours, else the start of the next ones. */
export const whenAtWork = (
  at: Temporal.Instant,
  memberId: string,
  { directory, workspace }: { directory: Directory; workspace: Workspace },
): Temporal.Instant => nextWorkingMoment(at, workingHoursOf(memberId, directory, workspace));

/** The current day in a person's zone. */
export const ownDay = (
  memberId: string,
  { workspace, directory, now }: { workspace: Workspace; directory: Directory; now: Temporal.Instant },
): Temporal.PlainDate => localDay(now, zoneOf(memberId, directory, workspace));

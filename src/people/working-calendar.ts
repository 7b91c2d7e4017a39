import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { holdsOn } from './belonging.ts';
import type { Directory } from './directory.ts';
import { belongingsOf, daysOffOf, memberWithId } from './of-member.ts';
import type { Workspace } from './workspace.ts';

/** Working hours; workspaces and offices have the same fields for them. */
type Hours = Pick<Workspace, 'zone' | 'workingDays' | 'workdayStart' | 'workdayEnd' | 'holidayCode'>;

/** An office's own entry for a day comes before the one for all offices. */
function calendarOf(
  { zone, workingDays, workdayStart, workdayEnd, holidayCode }: Hours,
  officeId: string | null,
  { holidays }: Pick<Directory, 'holidays'>,
): WorkingCalendar {
  const ours = holidays.filter((holiday) => holiday.officeId === null || holiday.officeId === officeId);
  const byOffice = [...ours].sort((one, other) => Number(one.officeId !== null) - Number(other.officeId !== null));
  const works = new Map(byOffice.map((holiday) => [holiday.day, holiday.works]));
  const days = (wanted: boolean) => new Set([...works].flatMap(([day, isWork]) => (isWork === wanted ? [day] : [])));
  return {
    zone,
    workingDays,
    hours: { start: workdayStart, end: workdayEnd },
    holidayCode,
    daysOff: new Set(),
    added: days(false),
    removed: days(true),
  };
}

/** The working calendar of the workspace as a whole. */
export const workspaceCalendar = (workspace: Workspace, directory: Pick<Directory, 'holidays'>): WorkingCalendar =>
  calendarOf(workspace, null, directory);

/**
 * A member's working calendar: their office's, else the workspace's. Days before they joined or after they left count
 * as days off; for one team, so do days when they were not in it.
 */
export function memberCalendar(
  memberId: string,
  directory: Directory,
  workspace: Workspace,
  teamId?: string,
): WorkingCalendar {
  const officeId = memberWithId(directory, memberId)?.officeId ?? null;
  const office = directory.offices.find(({ id }) => id === officeId);
  const off = daysOffOf(directory, memberId);
  const belongs = belongingsOf(directory, memberId);
  const here = teamId ? belongs.filter((span) => span.teamId === teamId) : belongs;
  const isOff = (day: string) =>
    off.some((span) => holdsOn(span, day)) || (belongs.length > 0 && !here.some((span) => holdsOn(span, day)));
  return { ...calendarOf(office ?? workspace, officeId, directory), daysOff: { has: isOff } };
}

/**
 * Finds something that depends on working days from a moment on, once for all people with the same zone and calendar:
 * in one office most have no days off ahead.
 */
export function onceForEachCalendar<Found>(
  find: (calendar: WorkingCalendar) => Found,
  { directory, workspace, now }: { directory: Directory; workspace: Workspace; now: Temporal.Instant },
): (memberId: string, zone: string) => Found {
  const shared = new Map<string, { of: Found }>();
  // No place on earth has an earlier day.
  const from = localDay(now, 'UTC').subtract({ days: 1 }).toString();
  return (memberId, zone) => {
    const findTheirs = () => find({ ...memberCalendar(memberId, directory, workspace), zone });
    if (hasOwnDays(memberId, directory, from)) return findTheirs();
    const key = `${memberWithId(directory, memberId)?.officeId ?? ''} ${zone}`;
    const known = shared.get(key) ?? { of: findTheirs() };
    shared.set(key, known);
    return known.of;
  };
}

/** Whether somebody has days off ahead, or joins or leaves a team. */
function hasOwnDays(memberId: string, directory: Directory, from: string): boolean {
  const belongs = belongingsOf(directory, memberId);
  const stays = belongs.some((span) => holdsOn(span, from) && !span.endsOn);
  return (belongs.length > 0 && !stays) || daysOffOf(directory, memberId).some(({ endsOn }) => endsOn > from);
}

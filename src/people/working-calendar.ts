import type { WorkingCalendar } from '../calendar/working-days.ts';
import { holdsOn } from './belonging.ts';
import { aboutMember, memberIn } from './by-member.ts';
import type { Directory } from './directory.ts';
import type { Workspace } from './workspace.ts';

/** When somebody works: a workspace and an office say it with the same fields. */
type Hours = Pick<Workspace, 'zone' | 'workingDays' | 'workdayStart' | 'workdayEnd' | 'holidayCode'>;

/** An office's own word on a day stands before the one for all offices. */
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

/** When the workspace as a whole works. */
export const workspaceCalendar = (workspace: Workspace, directory: Pick<Directory, 'holidays'>): WorkingCalendar =>
  calendarOf(workspace, null, directory);

/**
 * When a member works: as their office does, else as the workspace does. The days before they joined, or after they left,
 * are days off, too; of one team, so are those on which they were not in it.
 */
export function memberCalendar(
  memberId: string,
  directory: Directory,
  workspace: Workspace,
  teamId?: string,
): WorkingCalendar {
  const officeId = memberIn(directory.members, memberId)?.officeId ?? null;
  const office = directory.offices.find(({ id }) => id === officeId);
  const off = aboutMember(directory.daysOff, memberId);
  const belongs = aboutMember(directory.memberships, memberId);
  const here = teamId ? belongs.filter((span) => span.teamId === teamId) : belongs;
  const isOff = (day: string) =>
    off.some((span) => holdsOn(span, day)) || (belongs.length > 0 && !here.some((span) => holdsOn(span, day)));
  return { ...calendarOf(office ?? workspace, officeId, directory), daysOff: { has: isOff } };
}

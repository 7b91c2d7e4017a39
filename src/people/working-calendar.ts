import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Directory } from './directory.ts';
import type { Workspace } from './workspace.ts';

/** When somebody works: a workspace and an office say it with the same fields. */
type Hours = Pick<Workspace, 'zone' | 'workingDays' | 'workdayStart' | 'workdayEnd' | 'holidayCode'>;

const calendarOf = ({ zone, workingDays, workdayStart, workdayEnd, holidayCode }: Hours): WorkingCalendar => ({
  zone,
  workingDays,
  hours: { start: workdayStart, end: workdayEnd },
  holidayCode,
  daysOff: new Set(),
  added: new Set(),
  removed: new Set(),
});

/** When the workspace as a whole works. */
export const workspaceCalendar = (workspace: Workspace): WorkingCalendar => calendarOf(workspace);

/** When a member works: as their office does, else as the workspace does. */
export function memberCalendar(memberId: string, directory: Directory, workspace: Workspace): WorkingCalendar {
  const officeId = directory.members.find((member) => member.id === memberId)?.officeId;
  const office = officeId && directory.offices.find(({ id }) => id === officeId);
  return calendarOf(office || workspace);
}

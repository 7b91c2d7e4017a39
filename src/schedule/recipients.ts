/** Who gets what a schedule sends, and by whose clocks and working days. */
import type { Temporal } from 'temporal-polyfill';
import type { Directory } from '../people/directory.ts';
import { membersFrom } from '../people/presence.ts';
import { memberCalendar, workspaceCalendar } from '../people/working-calendar.ts';
import { calendarSettings, type Workspace } from '../people/workspace.ts';
import type { Days } from './recurrence.ts';
import type { Schedule } from './schedule.ts';

export interface Recipient {
  /** A Slack channel or user. */
  id: string;
  /** null: a channel. */
  memberId: string | null;
  zone: string;
  days: Days;
}

/** Whom a schedule is for at the moment. Who is not in Slack, or has left, is nobody. */
export function recipientsOf(
  { audience, zone }: Pick<Schedule, 'audience' | 'zone'>,
  workspace: Workspace,
  directory: Directory,
  now: Temporal.Instant,
): Recipient[] {
  const settings = calendarSettings(workspace);
  if (audience.to === 'channel') {
    const working = workspaceCalendar(workspace, directory);
    return [{ id: audience.channelId, memberId: null, zone: zone ?? workspace.zone, days: { settings, working } }];
  }
  const today = now.toZonedDateTimeISO(workspace.zone).toPlainDate().toString();
  const isMeant = (memberId: string) =>
    audience.to === 'everyone' ||
    (audience.to === 'member' && audience.memberId === memberId) ||
    (audience.to === 'team' &&
      directory.memberships.some(
        (span) =>
          span.memberId === memberId &&
          span.teamId === audience.teamId &&
          (!span.startsOn || span.startsOn <= today) &&
          (!span.endsOn || today < span.endsOn),
      ));
  return membersFrom(directory, today).flatMap((member) => {
    if (!member.slackUserId || !isMeant(member.id)) return [];
    const office = directory.offices.find(({ id }) => id === member.officeId);
    return [
      {
        id: member.slackUserId,
        memberId: member.id,
        zone: zone ?? member.zone ?? office?.zone ?? workspace.zone,
        days: { settings, working: memberCalendar(member.id, directory, workspace) },
      },
    ];
  });
}

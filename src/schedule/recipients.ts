/** Who gets what a schedule sends, and by whose clocks and working days. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import { belongingOn } from '../people/belonging.ts';
import type { Directory } from '../people/directory.ts';
import { managedMemberIds } from '../people/manages.ts';
import { zoneOf } from '../people/own-clock.ts';
import { isThereOn, membersFrom } from '../people/presence.ts';
import { memberCalendar, workspaceCalendar } from '../people/working-calendar.ts';
import { calendarSettings, type Workspace } from '../people/workspace.ts';
import { isOfRole } from '../surveys/whom.ts';
import type { Days } from './recurrence.ts';
import type { Schedule } from './schedule.ts';

export interface Recipient {
  /** A Slack channel or user. */
  id: string;
  /** null: a channel. */
  memberId: string | null;
  zone: string;
  days: Days;
  /** Until when their Slack status says they are away; null: they are not, or it is a channel. */
  awayUntil: Temporal.Instant | null;
  /** For an audience of managers: their people among those it is about. */
  people: readonly string[];
}

/**
 * Whom a schedule is for at the moment, without people who have left or are not in Slack. "Everyone" leaves out those
 * known only from Slack's list. A survey begins for all on one day, the workspace's; of a sample these are the people
 * it is drawn from.
 */
export function recipientsOf(
  { audience, zone, what }: Pick<Schedule, 'audience' | 'zone'> & Partial<Pick<Schedule, 'what'>>,
  workspace: Workspace,
  directory: Directory,
  now: Temporal.Instant,
): Recipient[] {
  const settings = calendarSettings(workspace);
  const shared = what?.kind === 'pulse' ? workspaceCalendar(workspace, directory) : null;
  if (audience.to === 'channel') {
    const working = workspaceCalendar(workspace, directory);
    return [
      {
        id: audience.channelId,
        memberId: null,
        zone: zone ?? workspace.zone,
        days: { settings, working },
        awayUntil: null,
        people: [],
      },
    ];
  }
  const today = localDay(now, workspace.zone).toString();
  const isOfAll = audience.to === 'everyone' || audience.to === 'role' || audience.to === 'sample';
  const people = isOfAll ? membersFrom(directory, today) : directory.members;
  const isMeant = ({ id, role }: Directory['members'][number]) =>
    audience.to === 'everyone' ||
    audience.to === 'sample' ||
    audience.to === 'managers' ||
    (audience.to === 'role' && isOfRole(role, audience.role)) ||
    (audience.to === 'member' && audience.memberId === id) ||
    (audience.to === 'team' && belongingOn(id, directory, today)?.teamId === audience.teamId);
  const managers = new Set(directory.teams.map(({ managerId }) => managerId));
  return people.flatMap((member) => {
    const managed =
      audience.to === 'managers' && managers.has(member.id)
        ? peopleOf(member.id, audience.teamIds, directory, today)
        : [];
    if (audience.to === 'managers' && managed.length === 0) return [];
    if (!member.slackUserId || !isThereOn(member, today) || !isMeant(member)) return [];
    return [
      {
        id: member.slackUserId,
        memberId: member.id,
        zone: zone ?? zoneOf(member.id, directory, workspace),
        days: { settings, working: shared ?? memberCalendar(member.id, directory, workspace) },
        awayUntil: member.awayUntil === null ? null : Temporal.Instant.from(member.awayUntil),
        people: managed,
      },
    ];
  });
}

/** A manager's people in these teams. */
function peopleOf(managerId: string, teamIds: readonly string[] | null, directory: Directory, today: string): string[] {
  const teams = directory.teams.filter(({ id }) => teamIds === null || teamIds.includes(id));
  const there = new Set(membersFrom(directory, today).map(({ id }) => id));
  const managed = managedMemberIds({ id: managerId }, { ...directory, teams }, today);
  return managed.filter((id) => id !== managerId && there.has(id));
}

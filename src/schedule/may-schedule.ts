import type { Directory, Role } from '../people/directory.ts';
import { managedTeamIds, ownTeamIds } from '../people/manages.ts';
import { isOfRole } from '../surveys/whom.ts';
import { restsOn, type Schedule } from './schedule.ts';

interface Person {
  id: string;
  role: Role;
}

/**
 * Whether somebody may have numbers sent to others: admins anything, managers what is about their teams. An alert is for its
 * owner alone, and theirs to change.
 */
export function maySchedule(
  { what, ownerId }: Pick<Schedule, 'what' | 'ownerId'>,
  person: Person,
  directory: Directory,
): boolean {
  if (person.role === 'admin') return true;
  if (what.kind === 'alert') return ownerId === person.id;
  if (person.role !== 'manager') return false;
  const managed = managedTeamIds(person, directory);
  const { whose } = what;
  return whose.scope === 'team' && whose.teamIds.every((id) => managed.includes(id));
}

/**
 * Whether somebody may see a schedule: who may change it, and who gets it. A channel's is seen in the channel.
 *
 * @param today ISO
 */
export function seesSchedule(schedule: Schedule, person: Person, directory: Directory, today: string): boolean {
  const { audience } = schedule;
  if (maySchedule(schedule, person, directory)) return true;
  // A survey that is not live yet is seen only by whoever sets it up.
  if (schedule.what.kind === 'pulse' && restsOn(schedule, today)) return false;
  // Its log tells whom of whose customers was asked.
  if (schedule.what.kind === 'customers') return false;
  if (audience.to === 'managers') {
    const { teamIds } = audience;
    return managedTeamIds(person, directory).some((id) => teamIds === null || teamIds.includes(id));
  }
  if (audience.to === 'member') return audience.memberId === person.id;
  if (audience.to === 'role') return isOfRole(person.role, audience.role);
  return (
    audience.to === 'everyone' ||
    audience.to === 'sample' ||
    (audience.to === 'team' && ownTeamIds(person, directory, today).includes(audience.teamId))
  );
}

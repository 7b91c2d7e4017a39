import { holdsOn } from './belonging.ts';
import type { Directory } from './directory.ts';
import { belongingsOf } from './of-member.ts';

/** The teams a member manages. */
export const managedTeamIds = (member: { id: string }, { teams }: Pick<Directory, 'teams'>): string[] =>
  teams.filter(({ managerId }) => managerId === member.id).map(({ id }) => id);

/** A manager's people: who is in one of their teams on a day (ISO), each once. */
export function managedMemberIds(
  member: { id: string },
  directory: Pick<Directory, 'teams' | 'memberships'>,
  today: string,
): string[] {
  const teamIds = managedTeamIds(member, directory);
  const people = directory.memberships.filter(
    (membership) => membership.teamId && teamIds.includes(membership.teamId) && holdsOn(membership, today),
  );
  return [...new Set(people.map(({ memberId }) => memberId))];
}

/** The teams a member belongs to on a day (ISO). */
export function ownTeamIds(member: { id: string }, directory: Pick<Directory, 'memberships'>, today: string): string[] {
  const own = belongingsOf(directory, member.id).filter((membership) => holdsOn(membership, today));
  return [...new Set(own.flatMap(({ teamId }) => teamId ?? []))];
}

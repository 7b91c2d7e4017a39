import type { Directory, Role } from '../people/directory.ts';
import { managedMemberIds, managedTeamIds } from '../people/manages.ts';
import type { TargetScope } from './storage.ts';

/** Whose goal it is; null for the workspace. */
export interface TargetSubject {
  scope: TargetScope;
  subjectId: string | null;
}

/** Whether somebody may set goals: admins everybody's, managers those of their teams and the people in them today (ISO). */
export function maySet(
  member: { id: string; role: Role },
  { scope, subjectId }: TargetSubject,
  directory: Directory,
  today: string,
): boolean {
  if (member.role === 'admin') return true;
  if (member.role !== 'manager' || subjectId === null) return false;
  return scope === 'team'
    ? managedTeamIds(member, directory).includes(subjectId)
    : managedMemberIds(member, directory, today).includes(subjectId);
}

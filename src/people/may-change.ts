import type { Directory, Role } from './directory.ts';
import { managedMemberIds } from './manages.ts';

/** What can be changed about a person here. Name, address and zone come from Slack. */
export type Aspect = 'role' | 'team' | 'office' | 'job' | 'daysOff' | 'pastDaysOff';

/**
 * What somebody may change about a member today (ISO): an admin everything, a manager their people's job and days off,
 * anybody their own days off. Past days off lower past targets, so nobody enters their own.
 */
export function mayChange(
  by: { id: string; role: Role },
  memberId: string,
  directory: Pick<Directory, 'teams' | 'memberships'>,
  today: string,
): ReadonlySet<Aspect> {
  if (by.role === 'admin') return new Set<Aspect>(['role', 'team', 'office', 'job', 'daysOff', 'pastDaysOff']);
  if (by.role === 'manager' && managedMemberIds(by, directory, today).includes(memberId))
    return new Set<Aspect>(['job', 'daysOff', 'pastDaysOff']);
  return new Set<Aspect>(by.id === memberId ? ['daysOff'] : []);
}

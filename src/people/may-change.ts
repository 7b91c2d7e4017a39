import type { Directory, Role } from './directory.ts';
import { managedMemberIds } from './manages.ts';

/** What can be said of a person here. Name, address and zone are Slack's. */
export type Aspect = 'role' | 'team' | 'office' | 'job' | 'daysOff' | 'pastDaysOff';

/**
 * What somebody may change of a member today (ISO): an admin everything, a manager the job and the days off of their
 * people, anybody their own days off. Those that are over lower what a target was, so nobody notes them for themself.
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

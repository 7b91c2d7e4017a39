import type { Directory, Job } from './directory.ts';
import { belongingsOf } from './of-member.ts';

/** Days from the first to before the last (ISO); null = without end on that side. */
interface Days {
  startsOn: string | null;
  endsOn: string | null;
}

/** Whether a day (ISO) is one of some days. */
export const holdsOn = ({ startsOn, endsOn }: Days, day: string): boolean =>
  (!startsOn || startsOn <= day) && (!endsOn || day < endsOn);

/** Where a member belongs on a day (ISO): spans of one person never overlap. */
export const belongingOn = (
  memberId: string,
  directory: Pick<Directory, 'memberships'>,
  day: string,
): Directory['memberships'][number] | undefined => belongingsOf(directory, memberId).find((span) => holdsOn(span, day));

/** A member's job and team on a day (ISO). */
export function placeOn(
  memberId: string,
  directory: Pick<Directory, 'memberships' | 'teams'>,
  day: string,
): { job: Job | null; team: { id: string; name: string } | null } {
  const span = belongingOn(memberId, directory, day);
  return { job: span?.job ?? null, team: directory.teams.find(({ id }) => id === span?.teamId) ?? null };
}

import type { Directory, Job } from '../../src/people/directory.ts';

/** A member's job and team on a day (ISO). */
export function placeOn(
  memberId: string,
  { memberships, teams }: Directory,
  day: string,
): { job: Job | null; team: { id: string; name: string } | null } {
  const span = memberships.find(
    (each) =>
      each.memberId === memberId && (!each.startsOn || each.startsOn <= day) && (!each.endsOn || day < each.endsOn),
  );
  return { job: span?.job ?? null, team: teams.find(({ id }) => id === span?.teamId) ?? null };
}

import type { Directory } from './directory.ts';

type Person = Pick<Directory['members'][number], 'deactivatedOn'>;

/** Whether somebody was still with us on a day (ISO), or is: on the day they left they were. */
export const isThereOn = ({ deactivatedOn }: Person, day: string): boolean =>
  deactivatedOn === null || deactivatedOn >= day;

/**
 * Everybody, also who has left, but those whom only Slack's list knows: as long as nobody has said where they belong, and
 * they have not used the bot, they may be of another trade altogether.
 */
export function colleagues({ members, memberships }: Pick<Directory, 'members' | 'memberships'>): Directory['members'] {
  const placed = new Set(memberships.map(({ memberId }) => memberId));
  return members.filter(({ id, known }) => known !== 'listed' || placed.has(id));
}

/** Of them those who had not left before a day (ISO). */
export const membersFrom = (directory: Pick<Directory, 'members' | 'memberships'>, day: string): Directory['members'] =>
  colleagues(directory).filter((member) => isThereOn(member, day));

/**
 * Who is expected to sell on some of the days [from, to) (ISO): reps who had not left and had a membership then. As long as
 * nobody has any, everybody known: otherwise anyone who tries the bot once would count as a seller without results.
 */
export function sellersIn(directory: Pick<Directory, 'members' | 'memberships'>, from: string, to: string): string[] {
  const { memberships } = directory;
  const placed = new Set(
    memberships.flatMap(({ memberId, startsOn, endsOn }) =>
      (!startsOn || startsOn < to) && (!endsOn || endsOn > from) ? [memberId] : [],
    ),
  );
  const isExpected = (id: string) => memberships.length === 0 || placed.has(id);
  return membersFrom(directory, from).flatMap(({ id, role }) => (role === 'rep' && isExpected(id) ? [id] : []));
}

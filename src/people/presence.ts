import type { Directory } from './directory.ts';

type Person = Pick<Directory['members'][number], 'deactivatedOn'>;

/** Whether somebody was here on a day (ISO); on the day they left they still were. */
export const isThereOn = ({ deactivatedOn }: Person, day: string): boolean =>
  deactivatedOn === null || deactivatedOn >= day;

/**
 * Everybody, including people who have left, except those known only from Slack's list: until somebody says where they
 * belong, or they use the bot, they may have nothing to do with sales.
 */
export function colleagues({ members, memberships }: Pick<Directory, 'members' | 'memberships'>): Directory['members'] {
  const placed = new Set(memberships.map(({ memberId }) => memberId));
  return members.filter(({ id, known }) => known !== 'listed' || placed.has(id));
}

/** The ones of them who had not left before a day (ISO). */
export const membersFrom = (directory: Pick<Directory, 'members' | 'memberships'>, day: string): Directory['members'] =>
  colleagues(directory).filter((member) => isThereOn(member, day));

/**
 * People expected to sell on some of the days [from, to) (ISO): reps who had not left and had a membership then. As
 * long as nobody has one, everybody known: otherwise anyone who tries the bot once would count as a seller without
 * results.
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

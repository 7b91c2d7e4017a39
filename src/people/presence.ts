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

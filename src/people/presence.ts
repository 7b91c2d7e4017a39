import type { Directory } from './directory.ts';

type Person = Pick<Directory['members'][number], 'deactivatedOn'>;

/** Whether somebody was still with us on a day (ISO), or is: on the day they left they were. */
export const isThereOn = ({ deactivatedOn }: Person, day: string): boolean =>
  deactivatedOn === null || deactivatedOn >= day;

/**
 * Everybody but those who had left before a day (ISO), and those whom only Slack's list knows: as long as nobody has said
 * where they belong, and they have not used the bot, they may be of another trade altogether.
 */
export const membersFrom = (
  { members, memberships }: Pick<Directory, 'members' | 'memberships'>,
  day: string,
): Directory['members'] =>
  members.filter(
    (member) =>
      isThereOn(member, day) &&
      (member.known !== 'listed' || memberships.some(({ memberId }) => memberId === member.id)),
  );

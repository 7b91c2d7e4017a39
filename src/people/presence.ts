import type { Directory } from './directory.ts';

type Person = Pick<Directory['members'][number], 'deactivatedOn'>;

/** Whether somebody was still with us on a day (ISO), or is: on the day they left they were. */
export const isThereOn = ({ deactivatedOn }: Person, day: string): boolean =>
  deactivatedOn === null || deactivatedOn >= day;

/** Everybody but those who had left before a day (ISO). */
export const membersFrom = ({ members }: Pick<Directory, 'members'>, day: string): Directory['members'] =>
  members.filter((member) => isThereOn(member, day));

import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { anyOf } from '../../src/language/list.ts';
import { managedMemberIds } from '../../src/people/manages.ts';
import { customerNames } from '../../src/records/customer-names.ts';
import { ownerOf } from '../../src/records/customer-owner.ts';
import { customerFirst, type First } from '../../src/records/named-customer.ts';
import type { Asked } from '../../src/slack/command.ts';

export interface OwnedCustomer {
  id: string;
  name: string;
  ownerId: string | null;
  /** The words after the name. */
  rest: string;
}

/** It is not clear which customer is meant. `meant`: the same words once for each customer they may mean. */
export class WhichCustomer extends Problem {
  readonly meant: readonly string[];

  constructor(code: string, words: string, found: readonly First[]) {
    super(code, { words, names: anyOf(found.map(({ customer }) => customer.name)) });
    this.meant = found.map(({ customer: { name }, rest }) => `${inQuotes(name)} ${rest}`.trim());
  }
}

/** Quotes end the name, whatever follows it. A name that contains quotes itself stays as it is. */
const inQuotes = (name: string) => (/["“”]/u.test(name) ? name : `"${name}"`);

/**
 * The customer that the words begin with. @throws Problem if they name none or several, or the customer is somebody
 * else's
 */
export async function customerIn(words: string, asked: Asked): Promise<OwnedCustomer> {
  const { db, workspace, now } = asked;
  if (words.trim() === '') throw new Problem('nps.whom');
  const found = customerFirst(words, await customerNames(db, workspace.id));
  if ('several' in found) throw new WhichCustomer('nps.several', words, found.several);
  if ('near' in found) throw new WhichCustomer(found.near.length > 0 ? 'nps.near' : 'nps.nobody', words, found.near);
  const { customer, rest } = found;
  const ownerId = await ownerOf(db, workspace.id, customer.id, localDay(now, workspace.zone).toString());
  mustBeTheirs({ name: customer.name, ownerId }, asked);
  return { ...customer, ownerId, rest };
}

/**
 * Allows the customer's owner, that owner's managers, and admins; everybody if there is no owner. @throws Problem for
 * others
 */
export function mustBeTheirs({ name, ownerId }: Pick<OwnedCustomer, 'name' | 'ownerId'>, asked: Asked): void {
  if (ownerId === null || theirPeople(asked)?.includes(ownerId) !== false) return;
  const owner = asked.directory.members.find(({ id }) => id === ownerId)?.name ?? '';
  throw new Problem('nps.not_yours', { customer: name, owner });
}

/** The people whose customers the asker takes care of: themselves and those they manage; null: everybody. */
export function theirPeople({ member, directory, workspace, now }: Asked): string[] | null {
  if (member.role === 'admin') return null;
  return [member.id, ...managedMemberIds(member, directory, localDay(now, workspace.zone).toString())];
}

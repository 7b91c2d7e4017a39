/**
 * Quick lookups of what a directory knows about a member: with ten thousand people, searching a list for each would be
 * slow.
 */
import type { Directory } from './directory.ts';

type Member = Directory['members'][number];
type Membership = Directory['memberships'][number];
type DaysOff = Directory['daysOff'][number];

const byId = rowsBy<Member>(({ id }) => id);
const belongings = rowsBy<Membership>(({ memberId }) => memberId);
const off = rowsBy<DaysOff>(({ memberId }) => memberId);

export const memberWithId = ({ members }: Pick<Directory, 'members'>, id: string): Member | undefined =>
  byId(members, id)[0];

/** Where a member belongs, in order of time. */
export const belongingsOf = (
  { memberships }: Pick<Directory, 'memberships'>,
  memberId: string,
): readonly Membership[] => belongings(memberships, memberId);

export const daysOffOf = ({ daysOff }: Pick<Directory, 'daysOff'>, memberId: string): readonly DaysOff[] =>
  off(daysOff, memberId);

/** Finds a list's rows by key. The list is indexed once, for as long as it is the same object. */
function rowsBy<Row>(keyOf: (row: Row) => string): (list: readonly Row[], key: string) => readonly Row[] {
  const known = new WeakMap<readonly Row[], ReadonlyMap<string, readonly Row[]>>();
  return (list, key) => {
    const rows = known.get(list) ?? grouped(list, keyOf);
    known.set(list, rows);
    return rows.get(key) ?? [];
  };
}

function grouped<Row>(list: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of list) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

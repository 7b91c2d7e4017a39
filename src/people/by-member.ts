/**
 * What the directory's lists have about one member, without looking through all of them: for ten thousand people that would be
 * a hundred million looks. Each list is sorted out once, when it is asked first.
 */

interface Sorted {
  /** Of the list when it was sorted out. */
  length: number;
  rows: Map<string, unknown[]>;
}

const sorted = new WeakMap<object, Sorted>();

/** The rows about a member, in the list's order. */
export const aboutMember = <Row extends { memberId: string }>(list: readonly Row[], memberId: string): readonly Row[] =>
  rowsOf(list, memberId, (row) => row.memberId);

/** A member of the directory. */
export const memberIn = <Row extends { id: string }>(members: readonly Row[], id: string): Row | undefined =>
  rowsOf(members, id, (row) => row.id)[0];

function rowsOf<Row>(list: readonly Row[], key: string, keyOf: (row: Row) => string): readonly Row[] {
  const known = sorted.get(list);
  if (known?.length === list.length) return (known.rows.get(key) ?? []) as Row[];
  const rows = new Map<string, Row[]>();
  for (const row of list) {
    const before = rows.get(keyOf(row));
    if (before) before.push(row);
    else rows.set(keyOf(row), [row]);
  }
  sorted.set(list, { length: list.length, rows });
  return rows.get(key) ?? [];
}

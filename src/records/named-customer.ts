import { isSlip, type Named, nameKey } from './near-names.ts';

/** Which customer the first words name, and the words after it. */
export type NamedFirst =
  | { customer: Named; rest: string }
  /** Several are called so, or begin so. */
  | { several: readonly Named[] }
  /** None is; those that differ in a letter. */
  | { near: readonly Named[] };

const MOST = 5;
/** No name has more words. */
const LONGEST = 12;
/** Quotes as phones write them, too. */
const quoted = /^["“„]([^"“”]+)["“”]\s*(.*)$/su;

/**
 * The customer at the beginning of what somebody typed: by the full name, the longest first, else by how names begin, word for
 * word ("Acme" of Acme Corporation). A name in quotes is a full name.
 */
export function customerFirst(typed: string, customers: readonly Named[]): NamedFirst {
  const [, name, after = ''] = quoted.exec(typed.trim()) ?? [];
  const runs = name === undefined ? beginnings(typed.trim()) : [{ key: nameKey(name), rest: after }];
  const keyed = customers.map((customer) => ({ customer, key: nameKey(customer.name) }));
  for (const { key, rest } of runs) {
    const full = keyed.filter((each) => each.key === key);
    if (full.length > 0) return pick(full, rest);
  }
  for (const { key, rest } of name === undefined ? runs : []) {
    const begin = keyed.filter(({ customer }) => beginsWith(customer.name, key));
    if (begin.length > 0) return pick(begin, rest);
  }
  const near = keyed.filter((each) => runs.some(({ key }) => isSlip(key, each.key)));
  return { near: near.slice(0, MOST).map(({ customer }) => customer) };
}

/** The first words, ever fewer of them, with what follows. */
function beginnings(typed: string): { key: string; rest: string }[] {
  const ends = [...typed.matchAll(/\S+/gu)].slice(0, LONGEST).map((word) => word.index + word[0].length);
  return ends.reverse().map((end) => ({ key: nameKey(typed.slice(0, end)), rest: typed.slice(end).trim() }));
}

/** Whether the first words of a name make up a key. */
const beginsWith = (name: string, key: string): boolean => beginnings(name).some((each) => each.key === key);

function pick(found: readonly { customer: Named }[], rest: string): NamedFirst {
  const [only, ...others] = found.map(({ customer }) => customer);
  return only && others.length === 0
    ? { customer: only, rest }
    : { several: found.slice(0, MOST).map(({ customer }) => customer) };
}

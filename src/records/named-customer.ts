import { type Named, nameKey, stepsBetween } from './near-names.ts';

/** The customer that the first words name, and the words after it. */
export interface First {
  customer: Named;
  rest: string;
}

export type NamedFirst =
  | First
  /** Several have this name, or begin with it. */
  | { several: readonly First[] }
  /** None matches; those that may have been meant, nearest first. */
  | { near: readonly First[] };

const MOST = 10;
/** No name has more words. */
const LONGEST = 12;
/** Also the quotes that phones write. */
const quoted = /^["“„]([^"“”]+)["“”]\s*(.*)$/su;

/**
 * The customer at the beginning of what somebody typed: by the full name, the longest first, else by how names begin, word for
 * word ("Acme" of Acme Corporation). A name in quotes is a full name. Where more of the words are nearly a longer name ("Acme
 * Fods" beside Acme and Acme Foods) it may be meant: what follows a name would be taken for something else.
 */
export function customerFirst(typed: string, customers: readonly Named[]): NamedFirst {
  const [, name, after = ''] = quoted.exec(typed.trim()) ?? [];
  const runs = name === undefined ? beginnings(typed.trim()) : [{ key: nameKey(name), rest: after }];
  const keyed = customers.map((customer) => ({ customer, key: nameKey(customer.name) }));
  const full = findFirst(runs, (run) => keyed.filter((each) => each.key === run.key));
  const found =
    full ??
    (name === undefined
      ? findFirst(runs, (run) => keyed.filter(({ customer }) => beginsWith(customer.name, run.key)))
      : null);
  if (!found) return { near: nearest(runs, keyed) };
  const more = runs.filter(({ key }) => isLonger(key, found.run.key));
  const longer = nearest(more, full ? keyed.filter((each) => !full.named.includes(each)) : keyed);
  const read = pick(found.named, found.run.rest, name);
  if (longer.length === 0) return read;
  return { near: 'customer' in read ? [...longer, read] : longer };
}

/** Whether a key adds words without a number: a number is the answer to record, not part of a name. */
const isLonger = (key: string, than: string) => key.length > than.length && !/\p{N}/u.test(key.slice(than.length));

/** The first words as a key, and the words after them. */
interface Run {
  key: string;
  rest: string;
}

/** The first run that names somebody. */
function findFirst(runs: readonly Run[], namedBy: (run: Run) => Keyed[]): { run: Run; named: Keyed[] } | null {
  for (const run of runs) {
    const named = namedBy(run);
    if (named.length > 0) return { run, named };
  }
  return null;
}

interface Keyed {
  customer: Named;
  key: string;
}

/** Shorter words begin too many names. */
const SHORTEST_PART = 4;

/** Customers whose name has a typo in it, or begins like this within a word ("nord" for Nordwind). */
function nearest(runs: readonly Run[], keyed: readonly Keyed[]): First[] {
  const near = keyed.flatMap(({ customer, key }) => {
    const read = runs.flatMap((run) => {
      const steps = run.key.length >= SHORTEST_PART && key.startsWith(run.key) ? 1 : stepsBetween(run.key, key);
      return steps === null ? [] : [{ customer, rest: run.rest, steps }];
    });
    return read.sort((one, other) => one.steps - other.steps).slice(0, 1);
  });
  near.sort((one, other) => one.steps - other.steps);
  return near.slice(0, MOST).map(({ customer, rest }) => ({ customer, rest }));
}

/** The first words, fewer each time, with the words after them. */
function beginnings(typed: string): Run[] {
  const ends = [...typed.matchAll(/\S+/gu)].slice(0, LONGEST).map((word) => word.index + word[0].length);
  return ends.reverse().map((end) => ({ key: nameKey(typed.slice(0, end)), rest: typed.slice(end).trim() }));
}

/** Whether the first words of a name make up a key. */
const beginsWith = (name: string, key: string): boolean => beginnings(name).some((each) => each.key === key);

/** Among names that differ only in punctuation, the one written exactly so. */
function pick(found: readonly { customer: Named }[], rest: string, written = ''): NamedFirst {
  const same = found.filter(({ customer }) => customer.name.toLowerCase() === written.toLowerCase());
  const [only, ...others] = (same.length > 0 ? same : found).map(({ customer }) => ({ customer, rest }));
  return only && others.length === 0 ? only : { several: [...(only ? [only] : []), ...others].slice(0, MOST) };
}

import { isSlip, nameKey } from '../near-names.ts';

export interface Known {
  id: string;
  name: string;
  /** Of this import's own source: preferred where two have the same name. */
  preferred?: boolean;
  /** Another word for it, such as its external id. */
  alias?: string;
}

export type Found = { how: 'same' | 'near'; id: string; name: string } | { how: 'ambiguous' } | { how: 'unknown' };

export interface NameIndex {
  find(name: string): Found;
  /** A record that this import brings. It is found by its own name only, so that the order of rows does not matter. */
  add(known: Known): void;
}

/** A name as people compare it at first sight: without case and without doubled spaces. */
export const spelled = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * Finds records by name: the same name first; else a near miss, if there is but one.
 *
 * @param slips whether a single wrong letter in a long name is a near miss too (not for people: Jon and Jan are two)
 */
export function nameIndex(records: Iterable<Known>, { slips }: { slips: boolean }): NameIndex {
  const bySpelling = new Map<string, Known[]>();
  const byKey = new Map<string, Known[]>();
  const byEnd = new Map<string, Known[]>();

  const add = (known: Known) => {
    put(bySpelling, spelled(known.name), known);
    if (known.alias && spelled(known.alias) !== spelled(known.name)) put(bySpelling, spelled(known.alias), known);
  };
  for (const known of records) {
    add(known);
    const key = nameKey(known.name);
    put(byKey, key, known);
    if (slips) for (const end of endsOf(key, key.length)) put(byEnd, end, known);
  }

  return {
    add,
    find(name) {
      const same = bySpelling.get(spelled(name)) ?? [];
      const preferred = same.filter((known) => known.preferred);
      const one = only(preferred) ?? only(same);
      if (one) return { how: 'same', id: one.id, name: one.name };
      if (same.length) return { how: 'ambiguous' };
      const key = nameKey(name);
      const near = byKey.get(key) ?? (slips ? slipsOf(key) : []);
      const nearest = only(near);
      return nearest ? { how: 'near', id: nearest.id, name: nearest.name } : { how: 'unknown' };
    },
  };

  function slipsOf(key: string): Known[] {
    const lengths = [key.length - 1, key.length, key.length + 1];
    const candidates = lengths.flatMap((length) => endsOf(key, length)).flatMap((end) => byEnd.get(end) ?? []);
    return [...new Set(candidates)].filter(({ name }) => isSlip(nameKey(name), key));
  }
}

const only = (list: Known[]) => (list.length === 1 ? list[0] : undefined);

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Names one letter apart share their first letters or their last, and all their digits: only those need comparing. */
function endsOf(key: string, length: number): string[] {
  const digits = key.replaceAll(/\P{N}/gu, '');
  return [`${length} ${digits} ${key.slice(0, 3)}…`, `${length} ${digits} …${key.slice(-3)}`];
}

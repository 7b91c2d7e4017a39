import { distance } from 'fastest-levenshtein';

export interface Named {
  id: string;
  name: string;
}

/** A name without differences in case, accents, spaces and punctuation. `GTX Pro` and `GTXPro` are the same. */
export function nameKey(name: string): string {
  const bare = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}]/gu, '');
  // A name that is only punctuation stays as it is.
  return bare || name.trim();
}

/** In shorter names another letter makes another name. */
export const SHORTEST_SLIP = 6;

/** Whether two names without spaces and case are so long and alike that one is probably a typo of the other. */
export function isSlip(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return (
    length >= SHORTEST_SLIP &&
    Math.abs(one.length - other.length) <= 1 &&
    distance(one, other) === 1 &&
    digits(one) === digits(other)
  );
}

/** `GTX 500` and `GTX 600` are two products, not a slip. */
const digits = (key: string) => key.replaceAll(/\P{N}/gu, '');

/**
 * The number of keystrokes between two names without spaces and case; null: too many to ask whether the other was
 * meant. One in three may be wrong, or two letters swapped.
 */
export function stepsBetween(one: string, other: string): number | null {
  const allowed = Math.floor(Math.min(one.length, other.length) / 3);
  if (allowed === 0 || Math.abs(one.length - other.length) > allowed) return null;
  const steps = distance(one, other);
  return steps <= allowed || (steps === 2 && isSwapped(one, other)) ? steps : null;
}

function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === other;
}

import { distance } from 'fastest-levenshtein';

export interface Named {
  id: string;
  name: string;
}

/** A name without what people write differently: case, accents, spaces and punctuation. `GTX Pro` and `GTXPro` are one. */
export function nameKey(name: string): string {
  const bare = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}]/gu, '');
  // A name of nothing but signs is its signs.
  return bare || name.trim();
}

/** In shorter names one letter makes another name. */
export const SHORTEST_SLIP = 6;

/** Whether two names written without spaces and case are so long and so alike that one is probably a slip of the other. */
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

import { readNumber } from '../records/import/number-format.ts';
import { readTimeGoal } from './time-goal.ts';

/** A goal as people write it. */
export interface Amount {
  /** A decimal; of `40%` it is 0.4. */
  value: string;
  currency: string | null;
  isShare: boolean;
  /** It was written as a time and as nothing else, such as `2h`; `value` is in seconds. */
  isTime?: true;
}

const TIMES = { k: 3, m: 6 } as const;

/**
 * Reads `50000`, `50,000`, `50.000`, `50k`, `€1.2m` or `40%`: a single sign before three digits groups thousands, as
 * people rarely set goals to a thousandth. Null when it is no number; below 0 it is one, to be refused as what it is.
 */
function readAmount(word: string, ownCurrency: string): Amount | null {
  const [, before = '', letter = '', after = ''] = /^(.*\d)([km])?([^\dkm]*)$/i.exec(word) ?? [];
  const written = before + after;
  const times = letter.toLowerCase() === 'k' ? TIMES.k : letter ? TIMES.m : 0;
  const number =
    readNumber(written, times ? '.' : null, ownCurrency) ??
    readNumber(written, written.includes(',') ? '.' : ',', ownCurrency) ??
    readNumber(written, written.includes(',') ? ',' : '.', ownCurrency);
  if (!number) return null;
  if (number.percent)
    return letter || number.currency ? null : { value: shifted(number.value, -2), currency: null, isShare: true };
  return { value: shifted(number.value, times), currency: number.currency, isShare: false };
}

/** A goal in one or more words that are all there is: a number, else a time such as `1h 30m`. */
export function readGoalAmount(typed: string, ownCurrency: string): Amount | null {
  const seconds = readTimeGoal(typed);
  return (
    readAmount(typed, ownCurrency) ??
    (seconds === null ? null : { value: String(seconds), currency: null, isShare: false, isTime: true })
  );
}

/** A decimal times a power of ten, without the rounding of floating point. */
function shifted(decimal: string, places: number): string {
  if (decimal.startsWith('-')) return `-${shifted(decimal.slice(1), places)}`;
  const [whole = '', part = ''] = decimal.split('.');
  const front = whole.padStart(Math.max(0, 1 - places), '0');
  const digits = front + part.padEnd(Math.max(0, places), '0');
  const at = front.length + places;
  const left = digits.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = digits.slice(at).replace(/0+$/, '');
  return right ? `${left}.${right}` : left;
}

/** Periods that no list can hold, because numbers are in them. The others stand in the lexicon. */
import { periodWords, unitWords } from '../../language/en/period-words.ts';
import { markers } from '../../language/en/question-words.ts';
import { type Found, found, isOneOf, type Recogniser } from './found.ts';
import { isoDays, isoRange } from './iso-days.ts';
import { writtenDay, writtenRange } from './written-days.ts';

/** The most words a period takes: "in from 1 march 2026 to 15 march 2026". */
export const LONGEST_PERIOD = 9;

/** The longest period with a number in it that the words begin with, also after "in", "on" or "during". */
export function findPeriod(words: readonly string[]): Found | null {
  const marked = isOneOf(markers.period, words[0]) ? 1 : 0;
  const candidates = recognisers.map((recognise) => recognise(words.slice(marked)));
  const longest = candidates.filter((each) => each !== null).sort((one, other) => other.length - one.length)[0];
  return longest ? { ...longest, length: marked + longest.length } : null;
}

const recognisers: readonly Recogniser[] = [
  trailing,
  year,
  quarterOfYear,
  monthOfYear,
  isoDays,
  isoRange,
  writtenDay,
  writtenRange,
];

/** last 30 days */
function trailing([last, count, of]: readonly string[]): Found | null {
  const n = /^[1-9]\d{0,3}$/.test(count ?? '') ? Number(count) : null;
  const unit = (['day', 'week', 'month'] as const).find((each) => isOneOf(unitWords[each], of));
  return isOneOf(periodWords.last, last) && n && unit ? found(3, { kind: 'trailing', n, unit }) : null;
}

/** 2017, fy2017, fy 2017, year 2017, fiscal 2017, fiscal year 2017 */
function year(words: readonly string[]): Found | null {
  const [whole = '', digits] = FISCAL_YEAR.exec(`${words.slice(0, 3).join(' ')} `) ?? [];
  return digits ? found(whole.split(' ').length - 1, { kind: 'year', year: Number(digits) }) : null;
}
const FISCAL_YEAR = new RegExp(
  `^(?:${periodWords.fiscalYear} ?|(?:(?:${periodWords.fiscal.join('|')}) )?(?:${unitWords.year[0]} )?)([1-9]\\d{3}) `,
);

/** 2017-q3, 2017q3 */
function quarterOfYear([word = '']: readonly string[]): Found | null {
  const [, digits, ordinal] = QUARTER_OF_YEAR.exec(word) ?? [];
  const quarter = ([1, 2, 3, 4] as const).find((each) => String(each) === ordinal);
  return digits && quarter ? found(1, { kind: 'quarter', quarter, year: Number(digits) }) : null;
}
const QUARTER_OF_YEAR = new RegExp(`^([1-9]\\d{3})-?${periodWords.quarter}([1-4])$`);

/** 2017-03 */
function monthOfYear([word = '']: readonly string[]): Found | null {
  const [, digits, month] = /^([1-9]\d{3})-(0?[1-9]|1[0-2])$/.exec(word) ?? [];
  return digits && month ? found(1, { kind: 'month', month: Number(month), year: Number(digits) }) : null;
}

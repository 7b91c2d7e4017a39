import type { PeriodSpec } from '../../calendar/period-spec.ts';
import { planWords, unitWords } from '../../language/en/period-words.ts';
import type { RepeatedUnit, TargetPlan } from '../../targets/plan.ts';
import { isOneOf } from './found.ts';
import { lexiconOf } from './lexicon.ts';
import { parseQuestion } from './parse-question.ts';
import { readPhrases } from './phrases.ts';
import { tokenise } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

const units = ['week', 'month', 'quarter', 'year'] as const satisfies readonly RepeatedUnit[];
const UNIT = `(${units.join('|')})`;
const NUMBER = String.raw`\d{1,3}(?:[.,]\d+)?`;
const END = String.raw`(?=[\s,;.]|$)`;

const PER = String.raw`(?:(?<!\S)(?:${planWords.each.join('|')})\s+|\s*/\s*)`;
const EACH = new RegExp(`${PER}${UNIT}${END}`, 'i');
const EACH_DAY = new RegExp(
  String.raw`${PER}(?:${planWords.day.join('|')})${END}|(?<!\S)${planWords.daily}${END}`,
  'i',
);
const EVERY_UNIT = new RegExp(String.raw`(?<!\S)(${Object.values(planWords.everyUnit).join('|')})${END}`, 'i');
const RAMP_STEP = new RegExp(
  String.raw`(?<!\S)(${NUMBER})\s?%\s+${planWords.in}\s+${UNIT}\s+(\d{1,2})${END}[,;]?`,
  'gi',
);
const SEASONAL = new RegExp(String.raw`(?<!\S)${planWords.seasonal}:?((?:[\s,/]+${NUMBER}\s?%?${END})+)`, 'i');

/** The most words a period takes after "from" or "until": "march of 2027". */
const LONGEST = 4;

/** What the words tell of goals for several periods, and the words without it. */
interface PlanRead {
  plan: TargetPlan | null;
  /** It is for every day, which no plan is: a goal is of a week or longer, and its working days share it. */
  isDaily?: true;
  rest: string;
}

/** Finds out whether the words tell of goals for several periods. */
export function readPlan(words: string, vocabulary: Vocabulary): PlanRead {
  const seasonal = SEASONAL.exec(words);
  if (seasonal) {
    const percents = [...(seasonal[1] ?? '').matchAll(new RegExp(NUMBER, 'g'))].map(([number]) =>
      number.replace(',', '.'),
    );
    return { plan: { kind: 'seasonal', percents }, rest: words.replace(SEASONAL, ' ') };
  }
  const unit = unitIn(words);
  if (!unit && EACH_DAY.test(words)) {
    const from = takePeriod(words.replace(EACH_DAY, ' '), planWords.from, vocabulary);
    return { plan: null, isDaily: true, rest: takePeriod(from.rest, planWords.until, vocabulary).rest };
  }
  if (!unit) return { plan: null, rest: words };
  const ramp = [...words.matchAll(RAMP_STEP)].flatMap(([, percent = '', of, place]) => {
    const each = units.find((one) => one === of?.toLowerCase());
    return each ? [{ unit: each, place: Number(place), percent: percent.replace(',', '.') }] : [];
  });
  const without = words.replaceAll(RAMP_STEP, ' ').replace(EACH, ' ').replace(EVERY_UNIT, ' ');
  const from = takePeriod(without, planWords.from, vocabulary);
  const until = takePeriod(from.rest, planWords.until, vocabulary);
  // "From 2026-03-01..2026-05-31" says its end, too.
  const end = until.period ?? (from.period?.kind === 'between' && !isOneDay(from.period) ? from.period : null);
  const inOrder = ramp.sort((one, other) => one.place - other.place);
  return { plan: { kind: 'each', unit, from: from.period, until: end, ramp: inOrder }, rest: until.rest };
}

/** The same words about another stretch of time than every day, such as "per week"; '' for none. */
export const insteadOfEachDay = (words: string, other: string): string =>
  words.replace(EACH_DAY, ` ${other} `).replace(/\s+/g, ' ').trim();

const isOneDay = ({ from, through }: { from: string; through: string }) => from === through;

function unitIn(words: string): RepeatedUnit | undefined {
  const each = EACH.exec(words)?.[1]?.toLowerCase();
  const every = EVERY_UNIT.exec(words)?.[1]?.toLowerCase();
  return units.find((unit) => isOneOf(unitWords[unit], each) || planWords.everyUnit[unit] === every);
}

/** The longest period right after one of the marks. */
function takePeriod(words: string, marks: readonly string[], vocabulary: Vocabulary) {
  const pieces = [...words.matchAll(/\S+/g)];
  for (const [at, piece] of pieces.entries()) {
    if (!isOneOf(marks, piece[0].toLowerCase())) continue;
    for (let length = LONGEST; length > 0; length--) {
      const last = pieces[at + length];
      const isOther = pieces.slice(at + 1, at + length).some(([word]) => isOneOf(planWords.until, word.toLowerCase()));
      if (!last || isOther) continue;
      const end = last.index + last[0].length;
      const period = onlyPeriod(words.slice(piece.index + piece[0].length, end), vocabulary);
      if (period) return { period, rest: `${words.slice(0, piece.index)} ${words.slice(end)}` };
    }
  }
  return { period: null, rest: words };
}

function onlyPeriod(words: string, vocabulary: Vocabulary): PeriodSpec | null {
  const lexicon = lexiconOf(vocabulary);
  const phrases = readPhrases(
    tokenise(words, (phrase) => lexicon.has(phrase)),
    lexicon,
  );
  const isPeriod = phrases.length > 0 && phrases.every(({ meanings: [one] }) => one?.kind === 'period');
  const parsed = isPeriod ? parseQuestion(words, vocabulary) : null;
  return parsed?.ok ? parsed.question.period : null;
}

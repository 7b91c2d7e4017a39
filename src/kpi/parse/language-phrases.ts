/** The phrases of the language itself, which are the same in every workspace that has the same KPIs and breakdowns. */
import type { PeriodSpec, Weekday } from '../../calendar/period-spec.ts';
import { activityWords, callingTimesWords, funnelWords, sharedKpiWords } from '../../language/en/kpi-words.ts';
import {
  everyUnitWords,
  everyWords,
  monthWords,
  periodWords,
  shortUnitWords,
  unitWords,
  weekdayWords,
} from '../../language/en/period-words.ts';
import {
  againstWords,
  averageWords,
  fillers,
  markers,
  orderWords,
  pluralEnding,
  whichWords,
  whoseWords,
  whoWords,
  whyWords,
} from '../../language/en/question-words.ts';
import { funnelNames } from '../funnels.ts';
import type { Order } from '../question.ts';
import { isOneOf } from './found.ts';
import { listed, type Phrases } from './listed.ts';
import type { ActivityType, ComparedUnit, Meaning } from './meaning.ts';
import { folded } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

type Words = Pick<Vocabulary, 'kpis' | 'dimensions'>;

export interface LanguagePhrases {
  /** KPIs, periods and breakdowns, which people's own names may mean as well. */
  first: Phrases;
  against: Phrases;
  /** What has this meaning alone: `me` is me even where a member is called Me, who can still be named as `@me`. */
  alone: ReadonlyMap<string, readonly Meaning[]>;
}

/** Listed once for the words that come with each question. */
const kept = new WeakMap<Words['kpis'], { dimensions: Words['dimensions']; phrases: LanguagePhrases }>();

export function languagePhrases({ kpis, dimensions }: Words): LanguagePhrases {
  const known = kept.get(kpis);
  if (known?.dimensions === dimensions) return known.phrases;
  const phrases = { first: firstPhrases({ kpis, dimensions }), against: againstPhrases(), alone: phrasesAlone() };
  kept.set(kpis, { dimensions, phrases });
  return phrases;
}

function firstPhrases({ kpis, dimensions }: Words): Phrases {
  return listed(({ add, addMarked }) => {
    for (const entry of kpis) {
      const { id } = entry;
      for (const phrase of phrasesOfEntry(entry)) {
        add(phrase, { kind: 'kpi', id });
        addMarked(markers.kpi, phrase, { kind: 'kpi', id });
        add(`${markers.by[0]} ${phrase}`, { kind: 'rank', id });
      }
    }
    for (const { words, kpis } of sharedKpiWords) {
      for (const phrase of words) for (const id of kpis) add(phrase, { kind: 'kpi', id });
    }
    for (const funnel of funnelNames) {
      for (const phrase of funnelWords[funnel]) add(phrase, { kind: 'funnel', funnel });
    }
    for (const type of activityTypes) {
      const { kpi, words } = activityWords[type];
      for (const phrase of words) add(phrase, { kind: 'activity', type, kpi });
    }
    for (const phrase of callingTimesWords) add(phrase, { kind: 'callingTimes' });
    for (const [phrase, period] of allPeriods()) {
      add(phrase, { kind: 'period', period });
      addMarked(markers.period, phrase, { kind: 'period', period });
    }
    for (const [index, [name]] of weekdayWords.entries()) {
      const all: Meaning = { kind: 'where', by: 'weekday', keys: [String(index + 1)] };
      const plural = name + pluralEnding;
      add(plural, all);
      addMarked([...markers.period, ...everyWords], plural, all);
      addMarked(everyWords, name, all);
    }
    for (const unit of units) {
      for (const word of everyUnitWords[unit]) {
        add(word, { kind: 'by', by: unit });
        add(word, { kind: 'period', period: { kind: 'this', unit } });
      }
    }
    for (const entry of dimensions) {
      for (const phrase of phrasesOfEntry(entry))
        addMarked([...markers.by, ...whichWords], phrase, { kind: 'by', by: entry.id });
    }
  });
}

function againstPhrases(): Phrases {
  return listed(({ add }) => {
    for (const against of ['previous', 'lastYear'] as const) {
      for (const phrase of againstWords[against]) add(phrase, { kind: 'against', against });
    }
    for (const unit of ['week', 'month', 'quarter'] as const) {
      for (const phrase of againstLast(unit)) add(phrase, { kind: 'against', against: 'previous', unit });
    }
  });
}

function phrasesAlone(): Map<string, readonly Meaning[]> {
  const phrases = new Map<string, readonly Meaning[]>();
  for (const word of whoWords) phrases.set(folded(word), [{ kind: 'by', by: 'rep' }]);
  for (const phrase of whyWords) phrases.set(phrase, [{ kind: 'why' }]);
  for (const order of orders) {
    for (const word of orderWords[order]) phrases.set(word, [{ kind: 'order', order }]);
  }
  for (const word of fillers) phrases.set(word, [{ kind: 'filler' }]);
  for (const kind of ['me', 'ownTeam', 'workspace'] as const) {
    for (const phrase of whoseWords[kind]) phrases.set(phrase, [{ kind }]);
  }
  return phrases;
}

const activityTypes = Object.keys(activityWords) as ActivityType[];
const units = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** "vs last month", the way we write it first. */
export const againstLast = (unit: ComparedUnit): string[] =>
  againstWords.before.flatMap((mark) =>
    [unitWords[unit][0], ...shortUnitWords[unit]].flatMap((name) =>
      periodWords.last.map((last) => `${mark} ${last} ${name}`),
    ),
  );

export const orders = ['best', 'worst', 'lowest'] as const satisfies readonly Order[];

const phrasesOfEntry = ({ id, words }: Words['kpis' | 'dimensions'][number]): Set<string> =>
  new Set([...words, id].map(folded).filter(Boolean).flatMap(withAverages));

/** "avg deal" and "mean deal" are the average deal. */
function withAverages(phrase: string): string[] {
  const words = phrase.split(' ');
  const at = words.findIndex((word) => isOneOf(averageWords, word));
  return at < 0 ? [phrase] : averageWords.map((word) => words.with(at, word).join(' '));
}

/** "year", "fiscal year", "fy". */
function namesOf(unit: 'week' | 'month' | 'quarter' | 'year'): string[] {
  const [name] = unitWords[unit];
  const names = [name, ...shortUnitWords[unit]];
  const fiscal = periodWords.fiscal.map((word) => `${word} ${name}`);
  if (unit === 'year') return [...names, ...fiscal, periodWords.fiscalYear];
  return unit === 'quarter' ? [...names, ...fiscal] : names;
}

function allPeriods(): [phrase: string, period: PeriodSpec][] {
  const periods: [string, PeriodSpec][] = [
    ...periodWords.today.map((word): [string, PeriodSpec] => [word, { kind: 'this', unit: 'day' }]),
    ...periodWords.yesterday.map((word): [string, PeriodSpec] => [word, { kind: 'last', unit: 'day' }]),
    ...periodWords.tomorrow.map((word): [string, PeriodSpec] => [word, { kind: 'next', unit: 'day' }]),
  ];
  for (const unit of ['week', 'month', 'quarter', 'year'] as const) {
    for (const name of namesOf(unit)) {
      for (const word of periodWords.this) periods.push([`${word} ${name}`, { kind: 'this', unit }]);
      for (const word of periodWords.last) periods.push([`${word} ${name}`, { kind: 'last', unit }]);
      for (const word of periodWords.next) periods.push([`${word} ${name}`, { kind: 'next', unit }]);
    }
    for (const phrase of periodWords.toDate[unit]) periods.push([phrase, { kind: 'toDate', unit }]);
  }
  for (const quarter of [1, 2, 3, 4] as const) {
    periods.push([`${periodWords.quarter}${quarter}`, { kind: 'quarter', quarter }]);
  }
  for (const calendar of ['gregory', 'persian'] as const) {
    for (const [index, names] of monthWords[calendar].entries()) {
      for (const name of names) periods.push([name, { kind: 'month', month: index + 1, calendar }]);
    }
  }
  for (const [index, names] of weekdayWords.entries()) {
    const weekday = (index + 1) as Weekday;
    for (const name of names) {
      periods.push([name, { kind: 'weekday', weekday }]);
      for (const word of periodWords.last)
        periods.push([`${word} ${name}`, { kind: 'weekday', weekday, isOver: true }]);
    }
  }
  for (let month = 1; month <= 12; month++) periods.push([`${unitWords.month[0]} ${month}`, { kind: 'month', month }]);
  return periods;
}

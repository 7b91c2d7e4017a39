/** Every phrase that can be listed, with what it means. The brackets of this language are markers: "@anna", "team north", "by rep". */
import type { PeriodSpec } from '../../calendar/period-spec.ts';
import { callingTimesWords, funnelWords, sharedKpiWords } from '../../language/en/kpi-words.ts';
import { monthWords, periodWords, unitWords } from '../../language/en/period-words.ts';
import {
  againstWords,
  averageWords,
  fillers,
  markers,
  orderWords,
  whichWords,
  whoseWords,
  whoWords,
  whyWords,
} from '../../language/en/question-words.ts';
import { funnelNames } from '../funnels.ts';
import type { Order } from '../question.ts';
import { isOneOf } from './found.ts';
import type { ComparedUnit, Meaning } from './meaning.ts';
import { same } from './same.ts';
import { wordsOf } from './tokenise.ts';
import { valuePhrases } from './value-phrases.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Phrases as folded words joined by single spaces. More than one meaning is an ambiguity that people settle. */
export type Lexicon = ReadonlyMap<string, readonly Meaning[]>;

/** Building takes longer than reading a question: whoever keeps a vocabulary has it built once … */
const built = new WeakMap<Vocabulary, Lexicon>();
/** … and whoever comes with the same words again finds it: by all that the phrases are made of, the latest last. */
const kept = new Map<string, Lexicon>();
const MOST_KEPT = 50;
/** Of all together; the latest stays whatever its size, as a company of ten thousand would else wait for it with each question. */
const MOST_PHRASES_KEPT = 400_000;

export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = built.get(vocabulary);
  if (known) return known;
  const { kpis, dimensions, teams, members, values } = vocabulary;
  const key = JSON.stringify([kpis, dimensions, teams, members, values]);
  const lexicon = kept.get(key) ?? buildLexicon(vocabulary);
  built.set(vocabulary, lexicon);
  kept.delete(key);
  kept.set(key, lexicon);
  let phrases = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [old, { size }] of kept) {
    if (old === key || (kept.size <= MOST_KEPT && phrases <= MOST_PHRASES_KEPT)) break;
    kept.delete(old);
    phrases -= size;
  }
  return lexicon;
}

/**
 * The phrases of a workspace. The words of the language itself come last and win: `me` is me even where a member is
 * called Me, who can still be named as `@me`.
 */
function buildLexicon(vocabulary: Vocabulary): Lexicon {
  const lexicon = new Map<string, Meaning[]>();
  const add = (phrase: string, meaning: Meaning) => {
    const known = lexicon.get(phrase);
    if (!known) lexicon.set(phrase, [meaning]);
    else if (!known.some((each) => isSame(each, meaning))) known.push(meaning);
  };
  const addMarked = (marks: readonly string[], phrase: string, meaning: Meaning) => {
    for (const mark of marks) add(`${mark} ${phrase}`, meaning);
  };

  const addForMember = (phrase: string, id: string) => {
    for (const mark of ['', ...markers.member.map((each) => `${each} `)])
      add(`${markers.for[0]} ${mark}${phrase}`, { kind: 'forMember', id });
  };

  for (const entry of vocabulary.kpis) {
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
  for (const phrase of callingTimesWords) add(phrase, { kind: 'callingTimes' });
  for (const [phrase, period] of listedPeriods) {
    add(phrase, { kind: 'period', period });
    addMarked(markers.period, phrase, { kind: 'period', period });
  }
  for (const entry of vocabulary.dimensions) {
    for (const phrase of phrasesOfEntry(entry))
      addMarked([...markers.by, ...whichWords], phrase, { kind: 'by', by: entry.id });
  }
  for (const { id, name } of vocabulary.teams) {
    for (const phrase of teamPhrases(name)) {
      add(phrase, { kind: 'team', id });
      // "in North" may be the team or the region of that name: people are asked.
      addMarked(markers.value, phrase, { kind: 'team', id });
      for (const mark of markers.team) add(`${phrase} ${mark}`, { kind: 'team', id });
      addMarked(markers.team, phrase, { kind: 'team', id });
    }
    addMarked(markers.team, joined(id), { kind: 'team', id });
  }
  for (const [phrase, id] of memberPhrases(vocabulary.members)) {
    add(phrase, { kind: 'member', id });
    addMarked(markers.member, phrase, { kind: 'member', id });
    addForMember(phrase, id);
  }
  for (const value of vocabulary.values) {
    const { by, keys } = value;
    for (const phrase of valuePhrases(value)) add(phrase, { kind: 'where', by, keys });
  }
  for (const { id, slackUserId } of vocabulary.members) {
    for (const phrase of phrasesOf([id, slackUserId ?? ''])) {
      addMarked(markers.member, phrase, { kind: 'member', id });
      for (const mark of markers.member) add(`${markers.for[0]} ${mark} ${phrase}`, { kind: 'forMember', id });
    }
  }

  for (const against of ['previous', 'lastYear'] as const) {
    for (const phrase of againstWords[against]) add(phrase, { kind: 'against', against });
  }
  for (const unit of ['week', 'month', 'quarter'] as const) {
    for (const phrase of againstLast(unit)) add(phrase, { kind: 'against', against: 'previous', unit });
  }
  for (const word of whoWords) lexicon.set(joined(word), [{ kind: 'by', by: 'rep' }]);
  for (const phrase of whyWords) lexicon.set(phrase, [{ kind: 'why' }]);
  for (const order of orders) {
    for (const word of orderWords[order]) lexicon.set(word, [{ kind: 'order', order }]);
  }
  for (const word of fillers) lexicon.set(word, [{ kind: 'filler' }]);
  for (const kind of ['me', 'ownTeam', 'workspace'] as const) {
    for (const phrase of whoseWords[kind]) lexicon.set(phrase, [{ kind }]);
  }
  return lexicon;
}

/** What has an id is known by it: of ten thousand people many have one first name, and each is compared with all of them. */
const isSame = (one: Meaning, other: Meaning): boolean =>
  'id' in one && 'id' in other ? one.kind === other.kind && one.id === other.id : same(one, other);

/** "vs last month", the way we write it first. */
export const againstLast = (unit: ComparedUnit): string[] =>
  againstWords.before.flatMap((mark) => periodWords.last.map((last) => `${mark} ${last} ${unitWords[unit][0]}`));

export const orders = ['best', 'worst', 'lowest'] as const satisfies readonly Order[];

const joined = (phrase: string) => wordsOf(phrase).join(' ');
const phrasesOf = (phrases: readonly string[]) => new Set(phrases.map(joined).filter((phrase) => phrase !== ''));

/** KPIs and dimensions are the same in every vocabulary, so their words are folded once. */
const folded = new WeakMap<Entry, Set<string>>();
type Entry = Vocabulary['kpis' | 'dimensions'][number];

function phrasesOfEntry(entry: Entry): Set<string> {
  const phrases = folded.get(entry) ?? new Set([...phrasesOf([...entry.words, entry.id])].flatMap(withAverages));
  folded.set(entry, phrases);
  return phrases;
}

/** "avg deal" and "mean deal" are the average deal. */
function withAverages(phrase: string): string[] {
  const words = phrase.split(' ');
  const at = words.findIndex((word) => isOneOf(averageWords, word));
  return at < 0 ? [phrase] : averageWords.map((word) => words.with(at, word).join(' '));
}

/** A team's name, and without the word "team" if that is part of it. */
function teamPhrases(name: string): Set<string> {
  const words = wordsOf(name);
  const isMark = (word: string) => markers.team.some((mark) => mark === word);
  return phrasesOf([words.join(' '), words.filter((word) => !isMark(word)).join(' ')]);
}

/**
 * Each way to name a member, with the member's id: the full name, and its beginnings and ends as long as they are
 * nobody's full name ("anna", "smith", "van der berg").
 */
function memberPhrases(members: Vocabulary['members']): [phrase: string, id: string][] {
  const named = members
    .filter(({ isStranger }) => !isStranger)
    .map(({ id, name }) => ({ id, words: wordsOf(name) }))
    .filter(({ words }) => words.length > 0);
  const fullNames = new Set(named.map(({ words }) => words.join(' ')));
  return named.flatMap(({ id, words }) => {
    const parts = words.flatMap((_, cut) => [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]);
    const usable = parts.filter((part) => part !== '' && !fullNames.has(part));
    return [words.join(' '), ...usable].map((phrase): [string, string] => [phrase, id]);
  });
}

const listedPeriods = allPeriods();

/** "year", "fiscal year", "fy". */
function namesOf(unit: 'week' | 'month' | 'quarter' | 'year'): string[] {
  const [name] = unitWords[unit];
  const fiscal = periodWords.fiscal.map((word) => `${word} ${name}`);
  if (unit === 'year') return [name, ...fiscal, periodWords.fiscalYear];
  return unit === 'quarter' ? [name, ...fiscal] : [name];
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
  for (let month = 1; month <= 12; month++) periods.push([`${unitWords.month[0]} ${month}`, { kind: 'month', month }]);
  return periods;
}

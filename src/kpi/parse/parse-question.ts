import { allOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import type { Question } from '../question.ts';
import { withAlternatives } from './alternatives.ts';
import { type Assembled, assemble, type Said } from './assemble.ts';
import { breakdownsFor, isByAlone } from './by-what.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { wordsFor } from './meaning-words.ts';
import type { NotUnderstood } from './not-understood.ts';
import { type Phrase, readPhrases } from './phrases.ts';
import { type Candidate, type ParseProblem, thisUnit } from './problem.ts';
import { same } from './same.ts';
import { isSlip } from './suggest.ts';
import { type Token, tokenise } from './tokenise.ts';
import { findUnknown, type Unknown } from './unknown.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ParsedQuestion = { ok: true; question: Question } | NotUnderstood;

/** A person mends a few things at a time, and each of these costs a search. */
const MOST_PROBLEMS = 5;
const MOST_CANDIDATES = 10;

/**
 * What a person asks for, in words of any order: "anna win rate last quarter by region". Nothing is guessed: words
 * that are unknown, have two meanings or contradict each other come back as problems. Never throws.
 */
export function parseQuestion(words: string, vocabulary: Vocabulary): ParsedQuestion {
  const { question, problems, mended } = read(words, vocabulary);
  if (problems.length === 0) return { ok: true, question };
  const corrected = mended.filter((each) => read(each, vocabulary).problems.length === 0);
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS), corrected };
}

/** A question with what is wrong with it, and how it may have been meant. */
function read(words: string, vocabulary: Vocabulary): Assembled & { mended: readonly string[] } {
  const lexicon = lexiconOf(vocabulary);
  const tokens = tokenise(words, (phrase) => lexicon.has(phrase));
  const phrases = readPhrases(withAlternatives(tokens, lexicon), lexicon);
  const typed = (tokens: readonly Token[]) => words.slice(tokens[0]?.start, tokens.at(-1)?.end);

  const found = findUnknown(phrases, lexicon, vocabulary, MOST_PROBLEMS);
  const byless = found.find(({ tokens }) => isByAlone(tokens));
  const unknown = found
    .filter(({ named, tokens }) => named.length === 0 && !isByAlone(tokens))
    .map(
      ({ tokens, suggestions, value }): ParseProblem =>
        value
          ? { kind: 'valueless', word: unquoted(typed(value.tokens)), by: value.by }
          : { kind: 'unknown', word: unquoted(typed(tokens)), suggestions },
    );
  // A name alone does not say what alone counts: even of a single thing that has it people are asked.
  const named = found.flatMap(({ tokens, named: meanings }) => (meanings.length ? [{ tokens, meanings }] : []));
  const ambiguous = [...named, ...firstOfEach(phrases.filter(({ meanings }) => meanings.length > 1))]
    .slice(0, MOST_PROBLEMS)
    .map((phrase): ParseProblem => {
      const candidates = candidatesFor(phrase, words, vocabulary, lexicon);
      return { kind: 'ambiguous', word: typed(phrase.tokens), candidates };
    });
  const said = phrases.flatMap(({ tokens, meanings: [meaning, ...others] }): Said[] =>
    meaning && meaning.kind !== 'filler' && others.length === 0 ? [{ meaning, typed: typed(tokens) }] : [],
  );
  const { question, problems } = assemble(said, vocabulary);
  const incomplete = byless ? [bylessProblem(byless.tokens)] : [];
  const all = [...unknown, ...ambiguous, ...incomplete, ...problems];
  return { question, problems: all, mended: all.length ? mendedQuestions(words, found, problems) : [] };

  function bylessProblem(tokens: readonly Token[]): ParseProblem {
    const candidates = breakdownsFor({ tokens, typed: words }, question, vocabulary, lexicon);
    const word = typed(tokens);
    return candidates.length > 0 ? { kind: 'byless', word, candidates } : { kind: 'unknown', word, suggestions: [] };
  }
}

/** A quote that stands in the middle of what was cut out, or a mark of code, would not be closed where it is shown. */
const unquoted = (typed: string) => typed.replace(/["“”„«»`]/g, '').trim();

/** More slips than these, and the whole is a guess. */
const MOST_MENDED = 3;

/**
 * With the nearest phrase in place of each unknown word; of a single one with each that is near, or that it is a part of.
 * Only slips are mended: a word that is just a little like another would make another question of it.
 */
function mendedQuestions(words: string, unknown: readonly Unknown[], problems: readonly ParseProblem[]): string[] {
  const unlike = problems.find((problem) => problem.kind === 'unlike');
  if (unlike) return [`${words.trim()} ${thisUnit(unlike.unit)}`];
  const choices = unknown.length === 1 ? (unknown[0]?.suggestions ?? []).map((one) => [one]) : [nearestOf(unknown)];
  return choices
    .filter((choice) => choice.length === unknown.length && isMend(unknown, choice))
    .map((choice) =>
      choice.reduceRight((text, suggestion, index) => {
        const { tokens = [] } = unknown[index] ?? {};
        return text.slice(0, tokens[0]?.start) + suggestion + text.slice(tokens.at(-1)?.end);
      }, words),
    )
    .filter((mended) => mended !== words);
}

function isMend(unknown: readonly Unknown[], choice: readonly string[]): boolean {
  const typed = unknown.map(({ tokens }) =>
    tokens
      .map(({ text }) => text)
      .join(' ')
      .replace(/^@ /, '@'),
  );
  const [only = '', ...others] = typed;
  if (others.length === 0 && ` ${choice[0]} `.includes(` ${only} `)) return true;
  const slips = typed.map((words, index) => slipsIn(words, choice[index] ?? ''));
  return slips.every((count) => count !== null) && slips.reduce((sum, count) => sum + count, 0) <= MOST_MENDED;
}

/** How many words have a slip in them; null where a word is another one. A space can be a slip, too: "winrate". */
function slipsIn(typed: string, meant: string): number | null {
  const meantWords = meant.split(' ');
  const words = typed.split(' ');
  if (words.length !== meantWords.length)
    return isSlip(typed.replaceAll(' ', ''), meant.replaceAll(' ', '')) ? 1 : null;
  const changed = words.flatMap((word, index) =>
    word === meantWords[index] ? [] : [[word, meantWords[index] ?? ''] as const],
  );
  return changed.every(([word, other]) => isSlip(word, other)) ? changed.length : null;
}

const nearestOf = (unknown: readonly Unknown[]): string[] =>
  unknown.flatMap(({ suggestions: [nearest] }) => (nearest === undefined ? [] : [nearest]));

function firstOfEach(phrases: readonly Phrase[]): Phrase[] {
  const distinct = new Map<string, Phrase>();
  for (const phrase of phrases) {
    const text = phrase.tokens.map((token) => token.text).join(' ');
    if (!distinct.has(text)) distinct.set(text, phrase);
  }
  return [...distinct.values()];
}

/** Each meaning of a phrase, with the question in which the phrase is replaced by words that mean only that. */
function candidatesFor(
  { tokens, meanings }: Phrase,
  words: string,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
): Candidate[] {
  const before = words.slice(0, tokens[0]?.start);
  const after = words.slice(tokens.at(-1)?.end);
  const typed = words.slice(tokens[0]?.start, tokens.at(-1)?.end);
  return meanings.slice(0, MOST_CANDIDATES).flatMap((meaning) => {
    const settled = wordsFor(meaning, 'plain', vocabulary, lexicon);
    return settled === null ? [] : [{ label: labelOf(meaning, typed, vocabulary), words: before + settled + after }];
  });
}

function labelOf(meaning: Meaning, typed: string, vocabulary: Vocabulary): string {
  const { kpis, members, teams, dimensions, values } = vocabulary;
  const nameIn = (named: readonly { id: string; name: string }[], id: string) =>
    named.find((each) => each.id === id)?.name ?? typed;
  switch (meaning.kind) {
    case 'kpi':
      return text('question.label.kpi', { name: kpis.find(({ id }) => id === meaning.id)?.words[0] ?? typed });
    case 'funnel':
      return text(`question.label.funnel.${meaning.funnel}`);
    case 'member':
    case 'forMember':
      return text('question.label.member', { name: nameIn(members, meaning.id) });
    case 'team':
      return text('question.label.team', { name: nameIn(teams, meaning.id) });
    case 'period':
      return text('question.label.period', { name: typed });
    case 'where': {
      const value = values.find(({ by, keys }) => by === meaning.by && same(keys, meaning.keys));
      const [dimension = meaning.by] = dimensions.find(({ id }) => id === meaning.by)?.words ?? [];
      return text('question.label.where', { dimension, name: value?.words[0] ?? typed });
    }
    case 'versus': {
      const names = meaning.sides.map((side) => labelOf(side, typed, vocabulary));
      return allOf(names);
    }
    default:
      return typed;
  }
}

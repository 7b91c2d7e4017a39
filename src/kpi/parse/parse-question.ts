import { text } from '../../language/text.ts';
import type { Question } from '../question.ts';
import { assemble, type Said } from './assemble.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { wordsFor } from './meaning-words.ts';
import { type Phrase, readPhrases } from './phrases.ts';
import type { Candidate, ParseProblem } from './problem.ts';
import { same } from './same.ts';
import { type Token, tokenise } from './tokenise.ts';
import { findUnknown } from './unknown.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ParsedQuestion = { ok: true; question: Question } | { ok: false; problems: readonly ParseProblem[] };

/** A person mends a few things at a time, and each of these costs a search. */
const MOST_PROBLEMS = 5;
const MOST_CANDIDATES = 10;

/**
 * What a person asks for, in words of any order: "anna win rate last quarter by region". Nothing is guessed: words
 * that are unknown, have two meanings or contradict each other come back as problems. Never throws.
 */
export function parseQuestion(words: string, vocabulary: Vocabulary): ParsedQuestion {
  const lexicon = lexiconOf(vocabulary);
  const phrases = readPhrases(
    tokenise(words, (phrase) => lexicon.has(phrase)),
    lexicon,
  );
  const typed = (tokens: readonly Token[]) => words.slice(tokens[0]?.start, tokens.at(-1)?.end);

  const unknown = findUnknown(phrases, lexicon, vocabulary, MOST_PROBLEMS).map(
    ({ tokens, suggestions }): ParseProblem => ({ kind: 'unknown', word: typed(tokens), suggestions }),
  );
  const ambiguous = firstOfEach(phrases.filter(({ meanings }) => meanings.length > 1))
    .slice(0, MOST_PROBLEMS)
    .map((phrase): ParseProblem => {
      const candidates = candidatesFor(phrase, words, vocabulary, lexicon);
      return { kind: 'ambiguous', word: typed(phrase.tokens), candidates };
    });
  const said = phrases.flatMap(({ tokens, meanings: [meaning, ...others] }): Said[] =>
    meaning && meaning.kind !== 'filler' && others.length === 0 ? [{ meaning, typed: typed(tokens) }] : [],
  );
  const { question, problems } = assemble(said, vocabulary);

  const all = [...unknown, ...ambiguous, ...problems];
  return all.length > 0 ? { ok: false, problems: all.slice(0, MOST_PROBLEMS) } : { ok: true, question };
}

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

function labelOf(meaning: Meaning, typed: string, { kpis, members, teams, dimensions, values }: Vocabulary): string {
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
    default:
      return typed;
  }
}

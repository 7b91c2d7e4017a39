import type { Question } from '../question.ts';
import { assemble, type Said } from './assemble.ts';
import { breakdownsFor, isByAlone } from './by-what.ts';
import { candidatesFor } from './candidates.ts';
import { leftOutIn } from './left-out.ts';
import { lexiconOf } from './lexicon.ts';
import { mendedQuestions } from './mended.ts';
import type { NotUnderstood } from './not-understood.ts';
import { type Phrase, phrasesIn } from './phrases.ts';
import type { ParseProblem } from './problem.ts';
import type { Token } from './tokenise.ts';
import { type Open, type Reading, triedOut } from './tried-out.ts';
import { findUnknown } from './unknown.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ParsedQuestion = { ok: true; question: Question } | NotUnderstood;

/** A person mends a few things at a time, and each of these costs a search. */
const MOST_PROBLEMS = 5;

/**
 * What a person asks for, in words of any order: "anna win rate last quarter by region". Nothing is guessed: words
 * that are unknown, have two meanings or contradict each other come back as problems. Never throws.
 */
export function parseQuestion(words: string, vocabulary: Vocabulary): ParsedQuestion {
  const reading = read(words, vocabulary);
  const { question, problems, open } = reading;
  if (problems.length === 0 && open.length === 0) return { ok: true, question };
  const tried = triedOut(reading, (each) => read(each, vocabulary), vocabulary);
  return { ok: false, problems: tried.problems.slice(0, MOST_PROBLEMS), corrected: tried.corrected };
}

/** A question with what is wrong with it, and how it may have been meant. */
function read(words: string, vocabulary: Vocabulary): Reading {
  const lexicon = lexiconOf(vocabulary);
  const phrases = phrasesIn(words, lexicon);
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
    .map((phrase): Open => {
      const candidates = () => candidatesFor(phrase, words, vocabulary, lexicon);
      return { kind: 'ambiguous', word: typed(phrase.tokens), candidates };
    });
  const said = phrases.flatMap(({ tokens, meanings: [meaning, ...others] }): Said[] =>
    meaning && meaning.kind !== 'filler' && others.length === 0 ? [{ meaning, typed: typed(tokens) }] : [],
  );
  const { question, problems } = assemble(said, vocabulary);
  const breakdowns = byless
    ? breakdownsFor({ tokens: byless.tokens, typed: words }, question, vocabulary, lexicon)
    : [];
  const leftOut = leftOutIn({ words, phrases, found }, vocabulary, lexicon);
  if (leftOut) return { question, problems: [leftOut], open: [], mended: () => [] };
  const mended = () => mendedQuestions(words, found, problems);
  if (!byless) return { question, problems: [...unknown, ...problems], open: ambiguous, mended };
  const word = typed(byless.tokens);
  if (breakdowns.length > 0) {
    const open = [...ambiguous, { kind: 'byless' as const, word, candidates: () => breakdowns }];
    return { question, problems: [...unknown, ...problems], open, mended };
  }
  const endless: ParseProblem = { kind: 'unknown', word, suggestions: [] };
  return { question, problems: [...unknown, endless, ...problems], open: ambiguous, mended };
}

/** A quote that stands in the middle of what was cut out, or a mark of code, would not be closed where it is shown. */
const unquoted = (typed: string) => typed.replace(/["“”„«»`]/g, '').trim();

function firstOfEach(phrases: readonly Phrase[]): Phrase[] {
  const distinct = new Map<string, Phrase>();
  for (const phrase of phrases) {
    const text = phrase.tokens.map((token) => token.text).join(' ');
    if (!distinct.has(text)) distinct.set(text, phrase);
  }
  return [...distinct.values()];
}

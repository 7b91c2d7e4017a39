/** The questions that a word with several meanings can be settled by. */
import { allOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { periodInWords, wordsFor } from './meaning-words.ts';
import { type Phrase, phrasesIn } from './phrases.ts';
import type { Candidate } from './problem.ts';
import { same } from './same.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST_CANDIDATES = 10;

/**
 * Each meaning of a phrase, with the question in which the phrase is replaced by words that mean only that. Beside some
 * neighbours they would be read as something else ("deals attainment"): such a question is its own label. One by one, as
 * each is some work.
 */
export function* candidatesFor(
  { tokens, meanings }: Phrase,
  words: string,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
): Generator<Candidate> {
  const before = words.slice(0, tokens[0]?.start);
  const after = words.slice(tokens.at(-1)?.end);
  const typed = words.slice(tokens[0]?.start, tokens.at(-1)?.end);
  for (const meaning of meanings.slice(0, MOST_CANDIDATES)) {
    const plain = wordsFor(meaning, 'plain', vocabulary, lexicon);
    if (plain === null) continue;
    const strict = () => wordsFor(meaning, 'strict', vocabulary, lexicon) ?? plain;
    const stands = (settled: string) => standsIn(before, settled, after, meaning, lexicon);
    const settled = stands(plain) ? plain : [strict()].find(stands);
    const whole = before + (settled ?? plain) + after;
    yield { label: settled === undefined ? whole : labelOf(meaning, typed, vocabulary), words: whole };
  }
}

/** Whether some words keep their meaning between others. */
function standsIn(before: string, words: string, after: string, meaning: Meaning, lexicon: Lexicon): boolean {
  const end = before.length + words.length;
  return phrasesIn(before + words + after, lexicon).some(({ tokens, meanings: [one, ...others] }) => {
    const isThere = tokens[0]?.start === before.length && tokens.at(-1)?.end === end;
    return isThere && others.length === 0 && same(one, meaning);
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
      return text('question.label.period', { name: periodInWords(meaning.period) });
    case 'by':
      return text('question.label.by', { by: text(`by.${meaning.by}`) });
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

/** "Revenue by", which does not say by what. */
import { unitWords } from '../../language/en/period-words.ts';
import { markers } from '../../language/en/question-words.ts';
import { text } from '../../language/text.ts';
import type { Dimension, Question } from '../question.ts';
import { canTell } from './can-tell.ts';
import { isOneOf } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsFor } from './meaning-words.ts';
import type { Candidate } from './problem.ts';
import type { Token } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether nothing that is unknown stands behind the mark of a breakdown. */
export const isByAlone = (tokens: readonly Token[]): boolean =>
  tokens.length === 1 && isOneOf(markers.by, tokens[0]?.text);

/** People choose from a row of buttons; time is offered last, by what shows the most. */
const MOST = 10;
const TIMES: readonly Dimension[] = ['week', 'month'];
const isTime = (by: Dimension) => Object.hasOwn(unitWords, by);

/** The question with each breakdown in place of the mark that all KPIs asked for know, and that it does not have yet. */
export function breakdownsFor(
  { tokens, typed }: { tokens: readonly Token[]; typed: string },
  question: Question,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
): Candidate[] {
  const { by } = question;
  const isLeft = (each: Dimension) => !by.includes(each) && !(isTime(each) && by.some(isTime));
  const able = vocabulary.dimensions
    .map(({ id }) => id)
    .filter((id) => isLeft(id) && canTell({ ...question, by: [id] }, vocabulary));
  const times = able.filter((id) => TIMES.includes(id));
  const things = able.filter((id) => !isTime(id)).slice(0, MOST - times.length);
  return [...things, ...times].flatMap((each) => {
    const words = wordsFor({ kind: 'by', by: each }, 'plain', vocabulary, lexicon);
    const [before, after] = [typed.slice(0, tokens[0]?.start), typed.slice(tokens.at(-1)?.end)];
    const label = text('question.label.by', { by: text(`by.${each}`) });
    return words === null ? [] : [{ label, words: before + words + after }];
  });
}

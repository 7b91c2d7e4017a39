/** Warns the owner of a survey of few people before anybody answers. */
import { text } from '../../language/text.ts';
import { SMALLEST_FOR_COMMENTS, SMALLEST_GROUP } from '../../surveys/groups.ts';
import type { AskedQuestion } from '../../surveys/questions.ts';

/** A warning if there would be no results, or if nobody would read the texts; else empty. */
export function fewText(questions: readonly Pick<AskedQuestion, 'kind'>[], people: number): string[] {
  if (people < SMALLEST_GROUP) return [text('pulse.few', { least: SMALLEST_GROUP })];
  const asksWords = questions.some(({ kind }) => kind === 'text');
  return asksWords && people < SMALLEST_FOR_COMMENTS ? [text('pulse.few_words', { least: SMALLEST_FOR_COMMENTS })] : [];
}

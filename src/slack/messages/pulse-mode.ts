/** What a survey promises of who reads an answer. */
import { text } from '../../language/text.ts';
import { SMALLEST_FOR_COMMENTS, SMALLEST_GROUP } from '../../surveys/groups.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { ReadersOfWords } from '../../surveys/words-readers.ts';
import { escaped } from './mrkdwn.ts';

/**
 * As it is for one person; `owner`: of a confidential survey, by name, and whether they read what this person says; of an anonymous
 * one who reads what is said in words.
 */
export type Privacy =
  | { mode: 'anonymous'; readers: ReadersOfWords }
  | { mode: 'confidential'; owner: string | null; reads: boolean };

/** At the start, on every question and at the end. */
export function promiseText(privacy: Privacy): string {
  if (privacy.mode === 'anonymous') return text('pulse.promise', { least: SMALLEST_GROUP });
  const { owner, reads } = privacy;
  return text('pulse.promise.confidential', { least: SMALLEST_GROUP, reads, owner: owner ? escaped(owner) : 'none' });
}

/** Who reads what one writes. */
export function hintText(privacy: Privacy): string {
  if (privacy.mode === 'confidential') return text('pulse.comment.hint.confidential');
  const { team, of } = privacy.readers;
  return text('pulse.comment.hint', { least: SMALLEST_FOR_COMMENTS, of, team: escaped(team) });
}

/** … to who sets it up. */
export const previewPromiseText = (mode: Mode): string =>
  text(mode === 'confidential' ? 'pulse.promise.preview' : 'pulse.promise', { least: SMALLEST_GROUP });

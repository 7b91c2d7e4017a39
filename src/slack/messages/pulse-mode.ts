/** What a survey promises about who reads the answers. */
import { text } from '../../language/text.ts';
import { SMALLEST_FOR_COMMENTS, SMALLEST_GROUP } from '../../surveys/groups.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { ReadersOfWords } from '../../surveys/words-readers.ts';
import { escaped } from './mrkdwn.ts';

/**
 * The promise for one person. Confidential: the owner's name, and whether they read this person's answers. Anonymous:
 * who reads what is written.
 */
export type Privacy =
  | { mode: 'anonymous'; readers: ReadersOfWords }
  | { mode: 'confidential'; owner: string | null; reads: boolean };

/** Shown at the start, with every question and at the end. */
export function promiseText(privacy: Privacy): string {
  if (privacy.mode === 'anonymous') return text('pulse.promise', { least: SMALLEST_GROUP });
  const { owner, reads } = privacy;
  return text('pulse.promise.confidential', { least: SMALLEST_GROUP, reads, owner: owner ? escaped(owner) : 'none' });
}

/** Who reads what the person writes. */
export function hintText(privacy: Privacy): string {
  if (privacy.mode === 'confidential') return text('pulse.comment.hint.confidential');
  const { team, of } = privacy.readers;
  return text('pulse.comment.hint', { least: SMALLEST_FOR_COMMENTS, of, team: escaped(team) });
}

/** The promise in the preview, for the person who sets the survey up. */
export const previewPromiseText = (mode: Mode): string =>
  text(mode === 'confidential' ? 'pulse.promise.preview' : 'pulse.promise', { least: SMALLEST_GROUP });

import type { Mode } from '../../surveys/mode.ts';
import { type Actions, actionBlocks } from './pulse-actions.ts';
import { namedButton } from './pulse-named.ts';
import { commentsButton } from './pulse-replies.ts';

/** What the reader of results can go on to. */
export interface Voices {
  mode: Mode;
  /** Whether they own the survey, and it is a confidential one: they see answers by person. */
  isOwner: boolean;
  actions: Actions;
}

interface Heard {
  comments: readonly string[];
  /** By question; null: not for this reader. */
  texts: ReadonlyMap<string, readonly string[]> | null;
}

/** What can be read behind the results of a round, and said to them. */
export function voiceBlocks(results: Heard & { roundId: string; teams: readonly Heard[]; voices: Voices }) {
  const { roundId, teams, voices } = results;
  const hasWords = [results, ...teams].some(({ comments, texts }) => comments.length > 0 || (texts?.size ?? 0) > 0);
  return [
    ...actionBlocks(roundId, voices.actions),
    ...(hasWords ? commentsButton(roundId) : []),
    ...(voices.isOwner ? namedButton(roundId) : []),
  ];
}

import type { Mode } from '../../surveys/mode.ts';
import { type Actions, actionBlocks } from './pulse-actions.ts';
import { namedButton } from './pulse-named.ts';
import { commentsButton } from './pulse-replies.ts';

/** Where the reader of results can go on. */
export interface Voices {
  mode: Mode;
  /** Whether they own this confidential survey, and so see answers by person. */
  isOwner: boolean;
  actions: Actions;
}

interface Heard {
  comments: readonly string[];
  /** Texts by question; null: not for this reader. */
  texts: ReadonlyMap<string, readonly string[]> | null;
}

/** Promised actions under a round's results, and buttons to the comments and to the answers by person. */
export function voiceBlocks(results: Heard & { roundId: string; teams: readonly Heard[]; voices: Voices }) {
  const { roundId, teams, voices } = results;
  const hasWords = [results, ...teams].some(({ comments, texts }) => comments.length > 0 || (texts?.size ?? 0) > 0);
  return [
    ...actionBlocks(roundId, voices.actions),
    ...(hasWords ? commentsButton(roundId) : []),
    ...(voices.isOwner ? namedButton(roundId) : []),
  ];
}

import { commentsButton } from './pulse-replies.ts';

interface Heard {
  comments: readonly string[];
}

/** What can be said to the results of a round by who reads them. */
export function voiceBlocks({ roundId, comments, teams }: Heard & { roundId: string; teams: readonly Heard[] }) {
  return [comments, ...teams.map((team) => team.comments)].some(({ length }) => length > 0)
    ? commentsButton(roundId)
    : [];
}

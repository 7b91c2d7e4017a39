/** Replies to comments, as they are told of and asked for. */
import { text } from '../../language/text.ts';
import type { Instrument } from '../../surveys/questions.ts';
import type { Message } from './answer.ts';
import { fittingButtons, section } from './mrkdwn.ts';

export const commentActions = { open: 'pulse_comments' } as const;

/** A round as people call it: the pulse of Mar 2026. */
export const roundName = (instrument: Instrument, month: string): string => text(`pulse.name.${instrument}`, { month });

/** Opens the comments of a round for who may read them; a block of its own for each round. */
export const commentsButton = (roundId: string) =>
  fittingButtons(`pulse.comments ${roundId}`, [
    { actionId: commentActions.open, label: text('pulse.comments'), value: roundId },
  ]);

/** For everybody who was asked, in the same words. `askedOn`: the day of the message by which they were; null: it is not known. */
export function repliesNews(survey: string, askedOn: string | null): Message {
  const line = text('pulse.replies.news', { survey, askedOn: askedOn ?? 'none' });
  return { text: line, blocks: [section(line)] };
}

/** For who replied: the comment's author has answered. */
export function answeredNews(survey: string, roundId: string): Message {
  const line = text('pulse.comments.answered', { survey });
  return { text: line, blocks: [section(line), ...commentsButton(roundId)] };
}

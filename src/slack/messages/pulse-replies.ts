/** Messages about replies to comments, and the buttons that open them. */
import { text } from '../../language/text.ts';
import type { Instrument } from '../../surveys/questions.ts';
import type { Message } from './answer.ts';
import { fittingButtons, section } from './mrkdwn.ts';

export const commentActions = { open: 'pulse_comments' } as const;

/** What people call a round: the pulse of Mar 2026. */
export const roundName = (instrument: Instrument, month: string): string => text(`pulse.name.${instrument}`, { month });

/** Opens a round's comments for people who may read them; each round has its own block. */
export const commentsButton = (roundId: string) =>
  fittingButtons(`pulse.comments ${roundId}`, [
    { actionId: commentActions.open, label: text('pulse.comments'), value: roundId },
  ]);

/**
 * News for everybody who was asked, worded the same for all. `askedOn`: the day of the message that asked them; null:
 * not known.
 */
export function repliesNews(survey: string, askedOn: string | null): Message {
  const line = text('pulse.replies.news', { survey, askedOn: askedOn ?? 'none' });
  return { text: line, blocks: [section(line)] };
}

/** Tells the person who replied that the comment's author has answered. */
export function answeredNews(survey: string, roundId: string): Message {
  const line = text('pulse.comments.answered', { survey });
  return { text: line, blocks: [section(line), ...commentsButton(roundId)] };
}

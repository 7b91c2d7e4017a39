import type { Leaderboard } from '../../kpi/leaderboard/leaderboard.ts';
import type { Question } from '../../kpi/question.ts';
import { text } from '../../language/text.ts';
import { isThisQuarter, periodBefore } from './answer-buttons.ts';
import { type ButtonSpec, fittingButtons } from './mrkdwn.ts';

/** Each button carries the question for its leaderboard. */
export const leaderboardActions = {
  last: 'kpi.leaderboard.last',
  quarter: 'kpi.leaderboard.quarter',
  share: 'kpi.leaderboard.share',
} as const;

/** Buttons for other periods, and for sharing to the channel. */
export function leaderboardButtons({ answer }: Leaderboard, question: Question, canShare: boolean) {
  const button = (action: keyof typeof leaderboardActions, asked: Question): ButtonSpec => ({
    actionId: leaderboardActions[action],
    label: text(`answer.button.${action}`),
    value: JSON.stringify(asked),
  });
  return fittingButtons('kpi.leaderboard', [
    button('last', { ...question, period: periodBefore(answer) }),
    ...(isThisQuarter(question) ? [] : [button('quarter', { ...question, period: { kind: 'this', unit: 'quarter' } })]),
    ...(canShare ? [button('share', question)] : []),
  ]);
}

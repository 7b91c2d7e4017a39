import { text } from '../../language/text.ts';
import type { TargetRow } from '../../targets/storage.ts';
import { escaped } from './mrkdwn.ts';
import { goalDays, type Told, valueText } from './targets.ts';

/** A goal for other days than those that are spoken of, and the words that remove it. */
export interface StayingGoal {
  goal: Pick<TargetRow, 'startsOn' | 'endsOn' | 'value' | 'currency'>;
  removeWords: string;
}

const MOST_NAMED = 3;

/** Which goals a plan leaves as they are, and how each is removed. */
export function stayingLines(staying: readonly StayingGoal[], told: Told): string[] {
  const left = staying.length - MOST_NAMED;
  return [
    ...staying.slice(0, MOST_NAMED).map((goal) => `• ${text('target.planned.stays', wordsOf(goal, told))}`),
    ...(left > 0 ? [`• ${text('target.planned.stay_more', { count: left })}`] : []),
  ];
}

/** The goals of other spans that make up what holds for one. */
export const ownLines = (goals: readonly StayingGoal[], told: Told): string[] =>
  goals.slice(0, MOST_NAMED).map((goal) => `• ${text('target.removed.own', wordsOf(goal, told))}`);

const wordsOf = ({ goal, removeWords }: StayingGoal, told: Told) => ({
  span: goalDays(goal, told),
  value: valueText(goal, told),
  words: escaped(removeWords),
});

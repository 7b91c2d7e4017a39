import { text } from '../../language/text.ts';
import type { TargetRow } from '../../targets/storage.ts';
import { escaped } from './mrkdwn.ts';
import { goalDays, type Told, valueText } from './targets.ts';

/** A goal for other days than those in question, and the words that remove it. */
export interface StayingGoal {
  goal: Pick<TargetRow, 'startsOn' | 'endsOn' | 'value' | 'currency'>;
  removeWords: string;
}

const MOST_NAMED = 3;

/** Says which goals a plan leaves alone, and how to remove each. */
export function stayingLines(staying: readonly StayingGoal[], told: Told): string[] {
  const left = staying.length - MOST_NAMED;
  return [
    ...staying.slice(0, MOST_NAMED).map((goal) => `• ${text('target.planned.stays', wordsOf(goal, told))}`),
    ...(left > 0 ? [`• ${text('target.planned.stay_more', { count: left })}`] : []),
  ];
}

/** The goals for other spans that a period's goal follows from. */
export const ownLines = (goals: readonly StayingGoal[], told: Told): string[] =>
  goals.slice(0, MOST_NAMED).map((goal) => `• ${text('target.removed.own', wordsOf(goal, told))}`);

const wordsOf = ({ goal, removeWords }: StayingGoal, told: Told) => ({
  span: goalDays(goal, told),
  value: valueText(goal, told),
  words: escaped(removeWords),
});

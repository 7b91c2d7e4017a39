import { text } from '../../language/text.ts';
import type { PulseAnswer } from '../../surveys/answers.ts';
import type { AskedAction } from '../../surveys/asked-actions.ts';
import type { AskedQuestion } from '../../surveys/questions.ts';
import type { Message } from './answer.ts';
import { context, escaped, fittingButtons, section } from './mrkdwn.ts';
import { commentLines, ownText } from './pulse-asked.ts';
import { ownHelpLines } from './pulse-help.ts';

export const namedActions = { open: 'pulse_answers' } as const;

/** What somebody answered under their name in one survey. */
export interface SaidInSurvey {
  /** As in "The pulse of Mar 2026". */
  survey: string;
  /** The name of the other person who reads it; null: nobody does. */
  owner: string | null;
  questions: readonly AskedQuestion[];
  actions: readonly AskedAction[];
  answer: PulseAnswer;
}

/** Surveys shown, as Slack allows 50 blocks. */
const MOST = 12;

/** A person's own answers, shown to them. */
export function mineMessage(all: readonly SaidInSurvey[]): Message {
  const line = text(all.length > 0 ? 'pulse.mine' : 'pulse.mine.none');
  const left = all.length - MOST;
  return {
    text: line,
    blocks: [
      section(line),
      ...all.slice(0, MOST).map(({ survey, owner, answer, ...asked }) => {
        const head = text('pulse.mine.round', { survey, owner: owner ? escaped(owner) : 'none' });
        return section([head, ...answerLines(asked, answer)].join('\n'));
      }),
      ...(left > 0 ? [context(text('pulse.mine.more', { count: left }))] : []),
    ],
  };
}

/** Each question with its answer, whether promises helped, and the comment. */
export const answerLines = (
  { questions, actions }: Pick<SaidInSurvey, 'questions' | 'actions'>,
  answer: PulseAnswer,
): string[] => [
  ...questions.map((question) => ownText(question, answer)),
  ...ownHelpLines(actions, answer.scores),
  ...commentLines(answer.comment),
];

/** Opens the answers by person, for the survey's owner. */
export const namedButton = (roundId: string) =>
  fittingButtons(`pulse.answers ${roundId}`, [
    { actionId: namedActions.open, label: text('pulse.answers'), value: roundId },
  ]);

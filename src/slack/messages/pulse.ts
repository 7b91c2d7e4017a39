/** A survey's message to one person: question by question, and what it turns into once it is done, declined or over. */
import { text } from '../../language/text.ts';
import type { PulseAnswer } from '../../surveys/answers.ts';
import { helpKey, isHelpKey } from '../../surveys/asked-actions.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { AskedQuestion } from '../../surveys/questions.ts';
import type { Message } from './answer.ts';
import { buttons, context, section } from './mrkdwn.ts';
import {
  commentLines,
  isAnswered,
  isThrough,
  ownText,
  type PulseAsked,
  type PulseButton,
  pulseActions,
  repliesButton,
} from './pulse-asked.ts';
import { AGAIN, DECLINED, DONE, WHY } from './pulse-blocks.ts';
import { helpMessage, nextAction, ownHelpLines } from './pulse-help.ts';
import { hintText, promiseText } from './pulse-mode.ts';
import { questionMessage, wayBlocks } from './pulse-question.ts';

/** What a button leads to: the next question, or the person's answers if there is none. */
export function pulseMessage(asked: PulseAsked, answer: PulseAnswer, button: PulseButton): Message {
  const { round, token, again = false, through = false } = button;
  const carried = { round, token, ...(again ? { again } : {}) };
  const isPast = isHelpKey(button.question ?? '');
  const next = again && isPast ? undefined : nextQuestion(asked.questions, answer, button);
  if (next) return questionMessage(asked, next, answer, carried);
  // Whoever went on without giving reasons is not asked for them again.
  const asksWhy = asked.instrument === 'enps' && !answer.comment && !through && !isPast;
  if (asksWhy) return whyMessage(asked, answer, { round, token });
  const action = nextAction(asked.actions, answer.scores, button);
  const value = (key: string) => JSON.stringify({ ...carried, question: key });
  if (action)
    return helpMessage(action, {
      ...{ value, promise: promiseText(asked.privacy), scores: answer.scores },
      ways: again ? wayBlocks(asked, helpKey(action), answer, carried) : [],
      block: isThrough(asked, answer) ? AGAIN : 'pulse.help',
    });
  return doneMessage(asked, answer, { round, token });
}

function nextQuestion(questions: readonly AskedQuestion[], answer: PulseAnswer, pressed: PulseButton) {
  const { question, again } = pressed;
  if (again) return questions[questions.findIndex(({ id }) => id === question) + 1];
  return questions.find((each) => !isAnswered(each, answer));
}

/** Asks for reasons after an eNPS score; what the person writes becomes the comment. */
function whyMessage(asked: PulseAsked, answer: PulseAnswer, button: PulseButton): Message {
  const [question] = asked.questions;
  const line = text('pulse.why', { score: question ? (answer.scores[question.id] ?? '–') : '–' });
  const value = JSON.stringify(button);
  return {
    text: line,
    blocks: [
      section(line),
      buttons(WHY, [
        { actionId: pulseActions.comment, label: text('pulse.say_why'), value, spoken: text('pulse.say_why.spoken') },
        { actionId: pulseActions.through, label: text('pulse.no_why'), value, spoken: text('pulse.no_why.spoken') },
      ]),
      context(hintText(asked.privacy)),
      context(promiseText(asked.privacy)),
    ],
  };
}

function doneMessage(
  { instrument, questions, actions, until, privacy }: PulseAsked,
  answer: PulseAnswer,
  button: PulseButton,
): Message {
  const { comment } = answer;
  const line = text('pulse.done', { until });
  const own = questions.map((question) => ownText(question, answer));
  const value = JSON.stringify(button);
  const label = text(instrument === 'enps' ? 'pulse.say_why' : 'pulse.comment');
  return {
    text: line,
    blocks: [
      section([line, ...own, ...ownHelpLines(actions, answer.scores), ...commentLines(comment)].join('\n')),
      buttons(DONE, [
        { actionId: pulseActions.comment, label, value },
        { actionId: pulseActions.back, label: text('pulse.back'), value },
        ...(privacy.mode === 'anonymous' ? [repliesButton(button)] : []),
      ]),
      context(promiseText(privacy)),
    ],
  };
}

/** Replaces the question if a button is pressed too late. */
export function closedMessage(button: PulseButton, survey: string, mode: Mode): Message {
  if (mode === 'confidential') {
    const line = text('pulse.closed.confidential', { survey });
    return { text: line, blocks: [section(line)] };
  }
  const line = text('pulse.closed', { survey });
  return { text: line, blocks: [section(line), buttons(DONE, [repliesButton(button)])] };
}

/** After declining, with a button to take part after all. */
export function declinedMessage(button: PulseButton): Message {
  const line = text('pulse.declined');
  const value = JSON.stringify(button);
  return {
    text: line,
    blocks: [section(line), buttons(DECLINED, [{ actionId: pulseActions.back, label: text('pulse.join'), value }])],
  };
}

/** Reminds people who have not answered, below the questions. */
export function pulseReminderMessage(until: string, survey: string, mode: Mode): Message {
  const line = text(mode === 'confidential' ? 'pulse.reminder.confidential' : 'pulse.reminder', { until, survey });
  return { text: line, blocks: [section(line)] };
}

/** One question of a survey, answered with a click or in words. */
import { text } from '../../language/text.ts';
import type { PulseAnswer } from '../../surveys/answers.ts';
import { helpKey } from '../../surveys/asked-actions.ts';
import { isOwn } from '../../surveys/own-questions.ts';
import { type AskedQuestion, rangeOf } from '../../surveys/questions.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';
import {
  answerText,
  isAnswered,
  isComplete,
  isOpen,
  isThrough,
  type PulseAsked,
  type PulseButton,
  pulseActions,
  questionText,
  quoted,
  repliesButton,
  scoreAction,
  titleText,
} from './pulse-asked.ts';
import { AGAIN, WORDS_LEFT } from './pulse-blocks.ts';
import { hintText, promiseText } from './pulse-mode.ts';

export function questionMessage(
  asked: PulseAsked,
  question: AskedQuestion,
  answer: PulseAnswer,
  button: PulseButton,
): Message {
  const head = titleText(asked);
  const mayLeave = !button.again && !asked.questions.some((each) => isAnswered(each, answer));
  const leaving: ButtonSpec[] = (['later', 'decline'] as const).map((action) => ({
    actionId: pulseActions[action],
    label: text(`pulse.${action}`),
    value: JSON.stringify(button),
  }));
  return {
    text: `${head} ${question.text}`,
    blocks: [
      section(`${head}\n${questionText(asked, question)}`),
      ...(question.kind === 'text'
        ? wordsBlocks(asked, question, answer, button)
        : [
            buttons(isThrough(asked, answer) ? AGAIN : 'pulse.scores', scoreButtons(question, answer, button)),
            ...scaleBlocks(question),
            ...chosenBlocks(question, answer),
          ]),
      ...(mayLeave ? [buttons('pulse.leave', leaving)] : []),
      ...(button.again ? wayBlocks(asked, question.id, answer, button) : []),
      context(promiseText(asked.privacy)),
    ],
  };
}

/**
 * For people who go through it again: buttons to the previous step, and out with everything left as it was.
 *
 * @param step the question's id, or the key of a promised action
 */
export function wayBlocks(asked: PulseAsked, step: string, answer: PulseAnswer, { round, token }: PulseButton) {
  const steps = [...asked.questions.map(({ id }) => id), ...asked.actions.map(helpKey)];
  const at = steps.indexOf(step);
  // A button leads to the step after the one it carries.
  const before = steps[at - 2];
  const back = { round, token, ...(before ? { question: before } : {}) };
  const ways: ButtonSpec[] = [
    ...(at > 0 ? [{ actionId: pulseActions.back, label: text('pulse.step_back'), value: JSON.stringify(back) }] : []),
    ...(isComplete(asked, answer)
      ? [{ actionId: pulseActions.through, label: text('pulse.leave_as_is'), value: JSON.stringify({ round, token }) }]
      : []),
    ...(asked.privacy.mode === 'anonymous' ? [repliesButton({ round, token })] : []),
  ];
  return ways.length > 0 ? [buttons('pulse.replies', ways)] : [];
}

function scoreButtons(question: AskedQuestion, answer: PulseAnswer, button: PulseButton): ButtonSpec[] {
  const { from, to } = rangeOf(question) ?? { from: 0, to: -1 };
  const scores = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const value = JSON.stringify({ ...button, question: question.id });
  return scores.map((score) => {
    const label = answerText(question, score);
    const said =
      question.kind === 'scale'
        ? text('pulse.spoken', { score, most: to, meaning: question.driver ? meaningOf(score) : 'none' })
        : label;
    const isChosen = answer.scores[question.id] === score;
    return {
      ...{ actionId: scoreAction(score), value, label },
      ...(isChosen
        ? { style: 'primary' as const, spoken: text('pulse.chosen', { answer: said }) }
        : said === label
          ? {}
          : { spoken: said }),
    };
  });
}

const meaningOf = (score: number): string => text(`pulse.scale.5.${score as 1 | 2 | 3 | 4 | 5}`);

/** Shows the earlier answer in words, too: not everybody sees the button's colour. */
function chosenBlocks(question: AskedQuestion, { scores }: PulseAnswer) {
  const score = scores[question.id];
  return score === undefined ? [] : [context(text('pulse.chosen', { answer: escaped(answerText(question, score)) }))];
}

/** Writing is optional: there is a button to go on without. */
function wordsBlocks(asked: PulseAsked, question: AskedQuestion, answer: PulseAnswer, button: PulseButton) {
  const { questions } = asked;
  const written = answer.texts[question.id] ?? '';
  const value = JSON.stringify({ ...button, question: question.id });
  const isLeft = questions.some((each) => isAnswered(each, answer)) && !questions.some((each) => isOpen(each, answer));
  const spoken = text('pulse.write.spoken', { question: question.text });
  return [
    ...(written ? [section(quoted(written))] : []),
    buttons(isLeft ? WORDS_LEFT : 'pulse.words', [
      { actionId: pulseActions.write, label: text(written ? 'pulse.rewrite' : 'pulse.write'), value, spoken },
      { actionId: pulseActions.goOn, label: text(written ? 'pulse.go_on' : 'pulse.leave_out'), value },
    ]),
    context(hintText(asked.privacy)),
  ];
}

function scaleBlocks(question: AskedQuestion) {
  if (question.kind !== 'scale') return [];
  const { from, to } = question;
  if (isOwn(question)) return [context(text('pulse.scale.own', { from, to }))];
  return [context(text(to === 10 ? 'pulse.scale.10' : 'pulse.scale.5'))];
}

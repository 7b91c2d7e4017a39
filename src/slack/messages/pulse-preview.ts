import { writtenQuestion } from '../../language/question-lines.ts';
import { text } from '../../language/text.ts';
import type { Mode } from '../../surveys/mode.ts';
import { isOwn } from '../../surveys/own-questions.ts';
import type { AskedQuestion } from '../../surveys/questions.ts';
import type { Message } from './answer.ts';
import { context, section } from './mrkdwn.ts';
import { type PulseAsked, questionText, titleText } from './pulse-asked.ts';
import { fewText } from './pulse-few.ts';
import { previewPromiseText } from './pulse-mode.ts';

/** Shows the person who sets a survey up what would be asked. `people`: how many would get it. */
export function pulsePreviewMessage(
  asked: Omit<PulseAsked, 'privacy' | 'actions'>,
  mode: Mode,
  people: number,
): Message {
  const head = titleText(asked);
  return {
    text: head,
    blocks: [
      section([head, ...asked.questions.map((question) => previewText(asked, question))].join('\n')),
      context(previewPromiseText(mode)),
      context([text('pulse.preview', { people }), ...fewText(asked.questions, people)].join(' ')),
    ],
  };
}

/** Shows own questions exactly as written, as their wording is up to the author. */
const previewText = (asked: Pick<PulseAsked, 'questions'>, question: AskedQuestion): string =>
  questionText(asked, isOwn(question) ? { ...question, text: writtenQuestion(question) } : question);

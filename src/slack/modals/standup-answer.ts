import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { text } from '../../language/text.ts';
import type { Answers } from '../../standups/answers.ts';
import { sessionSchema } from '../../standups/asks.ts';
import { choicesOf, questionSchema, type StandupQuestion } from '../../standups/questions.ts';
import type { Filled } from '../command.ts';
import { escaped, plainText, section } from '../messages/mrkdwn.ts';
import { selectField, textField } from './fields.ts';

const keptSchema = sessionSchema.extend({ questions: z.array(questionSchema) });

/** The form's private_metadata. It keeps the questions, as they must not change between opening and handing in. */
export type StandupFormFor = z.infer<typeof keptSchema>;

/** A field for each question, filled with what is known or was answered already. */
export function standupAnswerView(
  id: string,
  kept: StandupFormFor,
  { intro, written }: { intro: string; written: ReadonlyMap<string, string> },
): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify(kept),
    title: plainText(text('standup.form.title')),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      section(escaped(intro)),
      ...kept.questions.map((question) => field(question, written.get(question.id) ?? '')),
    ],
  };
}

function field(question: StandupQuestion, written: string) {
  const labelled = { id: question.id, label: question.text };
  const choices = choicesOf(question);
  if (!choices) return textField(labelled, written, { lines: true, optional: true });
  return selectField(
    labelled,
    choices.map((choice) => [choice, choice] as const),
    written,
  );
}

/** Reads the session and questions that were asked, and the answers. */
export function standupAnswersIn({ metadata, fields }: Filled): { kept: StandupFormFor; answers: Answers } {
  const kept = keptSchema.parse(JSON.parse(metadata));
  const answers = kept.questions.flatMap(({ id, text: question }) => {
    const words = fields.get(id)?.value.trim() ?? '';
    return words ? [{ id, question, words }] : [];
  });
  return { kept, answers };
}

/** An empty form is an error, as there is a button for "nothing to report". */
export function standupAnswerFaults(filled: Filled): Record<string, string> {
  const { kept, answers } = standupAnswersIn(filled);
  const [first] = kept.questions;
  return answers.length > 0 || !first ? {} : { [first.id]: text('standup.form.empty') };
}

/** The answers to a confidential survey by person, for its owner. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { text } from '../../language/text.ts';
import type { PulseAnswer } from '../../surveys/answers.ts';
import type { AskedAction } from '../../surveys/asked-actions.ts';
import type { AskedQuestion } from '../../surveys/questions.ts';
import { type ButtonSpec, buttons, context, escaped, plainText, section } from '../messages/mrkdwn.ts';
import { answerLines } from '../messages/pulse-named.ts';

/** People on a page; Slack allows 100 blocks. */
const ON_PAGE = 20;
/** Buttons to other rounds; Slack allows 25 in a row. */
const MOST_OTHERS = 10;

/** The round and the page that are shown. */
const whichSchema = z.object({ round: z.guid(), page: z.int().min(0) });
export type Which = z.infer<typeof whichSchema>;

export const whichIn = (value: string): Which => whichSchema.parse(JSON.parse(value));

export interface AnswersByPerson {
  which: Which;
  survey: string;
  questions: readonly AskedQuestion[];
  actions: readonly AskedAction[];
  people: readonly { name: string; answer: PulseAnswer }[];
  hidden: number;
  invited: number;
  /** Other rounds that the reader owns, latest first. */
  others: readonly { round: string; survey: string }[];
}

/** @param shown null: there is nothing that the person may read */
export function answersView(id: string, shown: AnswersByPerson | null): ModalView {
  const modal = {
    type: 'modal' as const,
    callback_id: id,
    title: plainText(text('pulse.answers.title')),
    close: plainText(text('form.close')),
  };
  if (!shown) return { ...modal, blocks: [section(text('pulse.answers.none'))] };
  const { which, survey, people, hidden, invited, others } = shown;
  const pages = Math.max(1, Math.ceil(people.length / ON_PAGE));
  const at = Math.min(which.page, pages - 1);
  const head = { survey, answers: people.length + hidden, invited, page: at + 1, pages };
  const turning = [at - 1, at + 1].filter((page) => page >= 0 && page < pages);
  const to = (other: Which, label: string): ButtonSpec => ({
    actionId: `pulse_answers_${other.round}_${other.page}`,
    label,
    value: JSON.stringify(other),
  });
  return {
    ...modal,
    blocks: [
      section(text('pulse.answers.head', head)),
      context(text('pulse.answers.promise')),
      ...people
        .slice(at * ON_PAGE, (at + 1) * ON_PAGE)
        .map(({ name, answer }) => section([`*${escaped(name)}*`, ...answerLines(shown, answer)].join('\n'))),
      ...(hidden > 0 ? [context(text('pulse.answers.hidden', { count: hidden, actions: shown.actions.length }))] : []),
      ...(turning.length > 0
        ? [
            buttons(
              'pages',
              turning.map((page) => to({ round: which.round, page }, text('pulse.answers.page', { page: page + 1 }))),
            ),
          ]
        : []),
      ...(others.length > 0
        ? [
            buttons(
              'rounds',
              others.slice(0, MOST_OTHERS).map(({ round, survey: name }) => to({ round, page: 0 }, name)),
            ),
          ]
        : []),
    ],
  };
}

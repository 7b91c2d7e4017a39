import { describeProblems, type NotUnderstood } from '../../kpi/parse/not-understood.ts';
import type { Message } from './answer.ts';
import { buttons, clipped, escaped, section, unmarked } from './mrkdwn.ts';

/** Slack wants different ids for the buttons of a row; each carries the question, reworded so that it is clear. */
export const chooseActions = Array.from({ length: 10 }, (_, index) => `kpi.choose.${index}`);

/** Characters: Slack refuses a longer label, and a question cut short would be another one. */
const LABEL_LIMIT = 75;
const VALUE_LIMIT = 2000;

/**
 * Says why a question was not understood, with a button for each meaning a word can have, or else for each whole
 * question that may have been meant. `before`: the words of the command in front of the question.
 */
export function unclearMessage({ problems, corrected }: Omit<NotUnderstood, 'ok'>, before = ''): Message {
  const text = escaped(describeProblems({ problems, corrected }).join('\n'));
  // One problem at a time: settling the first may clear up the next.
  const [first] = problems.flatMap((problem) => ('candidates' in problem ? [problem.candidates] : []));
  const choices = first ?? corrected.map((words) => ({ label: before + words, words }));
  const specs = choices.map(({ label, words }) => ({ label, value: before + words }));
  return { text, blocks: [section(text), ...choiceButtons(specs, chooseActions)] };
}

/** A button for each command that may have been meant. */
export const meantButtons = (words: readonly string[], actionIds: readonly string[]) =>
  choiceButtons(
    words.map((each) => ({ label: each, value: each })),
    actionIds,
  );

function choiceButtons(choices: readonly { label: string; value: string }[], actionIds: readonly string[]) {
  const specs = choices
    .filter(({ value }) => value.length <= VALUE_LIMIT)
    .flatMap(({ label, value }, index) => {
      const actionId = actionIds[index];
      return actionId ? [{ actionId, label: clipped(unmarked(label), LABEL_LIMIT), value }] : [];
    });
  return specs.length ? [buttons('kpi.unclear', specs)] : [];
}

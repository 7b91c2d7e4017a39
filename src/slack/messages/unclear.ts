import { describeProblems, type NotUnderstood } from '../../kpi/parse/not-understood.ts';
import type { Message } from './answer.ts';
import { buttons, clipped, escaped, section, unmarked } from './mrkdwn.ts';

/** One id for each button of a row, as Slack wants: the value of each is the question in words that settles it. */
export const chooseActions = Array.from({ length: 10 }, (_, index) => `kpi.choose.${index}`);

/** Slack's limits: a longer label is refused, and a cut question would be another one. */
const LABEL_LIMIT = 75;
const VALUE_LIMIT = 2000;

/**
 * Why a question was not understood, with a button for each meaning a word can have, else for each whole question that
 * may have been meant. `before`: the words of the command that stand in front of the question.
 */
export function unclearMessage({ problems, corrected }: Omit<NotUnderstood, 'ok'>, before = ''): Message {
  const text = escaped(describeProblems({ problems, corrected }).join('\n'));
  // One at a time: what the first settles may make the next one plain.
  const [first] = problems.flatMap((problem) => ('candidates' in problem ? [problem.candidates] : []));
  const choices = first ?? corrected.map((words) => ({ label: before + words, words }));
  const specs = choices.map(({ label, words }) => ({ label, value: before + words }));
  return { text, blocks: [section(text), ...choiceButtons(specs, chooseActions)] };
}

/** A button for each of some whole commands that may have been meant. */
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

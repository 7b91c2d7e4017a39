import { describeProblem, type ParseProblem } from '../../kpi/parse/problem.ts';
import type { Message } from './answer.ts';
import { buttons, clipped, escaped, section } from './mrkdwn.ts';

/** One id for each button of a row, as Slack wants: the value of each is the question in words that settles it. */
export const chooseActions = Array.from({ length: 10 }, (_, index) => `kpi.choose.${index}`);

/** Slack's limits: a longer label is refused, and a cut question would be another one. */
const LABEL_LIMIT = 75;
const VALUE_LIMIT = 2000;

/** Why a question was not understood; where a word has several meanings, a button for each. */
export function unclearMessage(problems: readonly ParseProblem[]): Message {
  const text = escaped(problems.map(describeProblem).join('\n'));
  // One at a time: what the first settles may make the next one plain.
  const ambiguous = problems.find((problem) => problem.kind === 'ambiguous');
  const specs = (ambiguous?.candidates ?? [])
    .filter(({ words }) => words.length <= VALUE_LIMIT)
    .flatMap(({ label, words }, index) => {
      const actionId = chooseActions[index];
      return actionId ? [{ actionId, label: clipped(label, LABEL_LIMIT), value: words }] : [];
    });
  return { text, blocks: [section(text), ...(specs.length ? [buttons('kpi.unclear', specs)] : [])] };
}

import type { Kept } from '../../delivery/kept.ts';
import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { clipped, fittingButtons, section } from './mrkdwn.ts';

/** *Show 2*: Slack wants another id for each button of a row. */
export const showActions = Array.from({ length: 20 }, (_, index) => `kept.show.${index + 1}`);

/** Characters: all lines have to fit into one block. */
const LONGEST_LINE = 130;

/** What had to wait, one line each, with a button to see it in full. */
export function keptBlocks(kept: readonly Kept[]) {
  if (kept.length === 0) return [];
  const lines = kept.map(({ line }, index) =>
    text('morning.kept_one', { number: index + 1, line: clipped(line.replaceAll('\n', ' '), LONGEST_LINE) }),
  );
  const specs = kept.flatMap(({ id: value }, index) => {
    const actionId = showActions[index];
    return actionId ? [{ actionId, label: text('morning.kept_show', { number: index + 1 }), value }] : [];
  });
  return [
    section([`*${text('morning.kept', { count: kept.length })}*`, ...lines].join('\n')),
    ...fittingButtons('morning.kept', specs),
  ];
}

/** The same as a message of its own. */
export const waitedMessage = (kept: readonly Kept[]): Message => ({
  text: text('morning.kept', { count: kept.length }),
  blocks: keptBlocks(kept),
});

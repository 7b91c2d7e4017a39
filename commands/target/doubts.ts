import { text } from '../../src/language/text.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { fittingButtons, section } from '../../src/slack/messages/mrkdwn.ts';
import { targetActions } from '../../src/slack/messages/targets.ts';
import type { NewTarget } from '../../src/targets/storage.ts';
import { hugeGoals } from './huge.ts';
import { pastChanges, type Verb } from './past.ts';

/**
 * Asks first if a change would alter what was reached in a past period, or set a goal far beyond anything so far. null:
 * nothing to ask. `value`: for the button that goes ahead.
 */
export async function askFirst(
  targets: readonly NewTarget[],
  { verb, value }: { verb: Verb; value: string },
  asked: Asked,
): Promise<Reply | null> {
  const doubts = await doubtsAbout(targets, verb, asked);
  if (!doubts) return null;
  const { said, past } = doubts;
  const ask = verb === 'undo' ? 'undo' : !past || past.areNew ? 'set' : 'change';
  const line = `${said} ${text(`target.past.ask.${ask}`)}`;
  const label = text(past ? `target.button.${verb}_anyway` : 'target.button.set_huge');
  const action = { actionId: targetActions[`${verb}Anyway`], label, value };
  return say(line, [section(line), ...fittingButtons('target.past', [action])]);
}

/** All doubts about the goals that somebody is about to change, in words; null: none. */
export async function doubtsAbout(targets: readonly NewTarget[], verb: Verb, asked: Asked) {
  const past = await pastChanges(targets, verb, asked);
  const huge = verb === 'set' ? await hugeGoals(targets, asked) : [];
  if (!past && huge.length === 0) return null;
  return { said: [...(past ? [past.said] : []), ...huge].join('\n'), past };
}

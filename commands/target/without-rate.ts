import { text } from '../../src/language/text.ts';
import { ratesOn } from '../../src/records/rates.ts';
import type { Asked } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/messages/answer.ts';
import { context } from '../../src/slack/messages/mrkdwn.ts';
import type { NewTarget } from '../../src/targets/storage.ts';

/** Adds to the message that goals in a currency without a rate do not count yet, and what to do. */
export async function tellingOfRates(
  message: Message,
  targets: readonly NewTarget[],
  { db, workspace }: Pick<Asked, 'db' | 'workspace'>,
): Promise<Message> {
  const own = workspace.currency;
  const foreign = targets.flatMap(({ value, currency, startsOn }) =>
    value !== null && currency && currency !== own ? [{ currency, day: startsOn }] : [],
  );
  const rateOf = await ratesOn(db, workspace.id, own, foreign);
  const lines: string[] = [];
  for (const currency of new Set(foreign.map((each) => each.currency))) {
    const all = foreign.filter((each) => each.currency === currency);
    const without = all.filter((each) => rateOf(each) === null).map(({ day }) => day);
    const [day] = without.sort();
    if (day) lines.push(text('target.no_rate', { currency, own, day, count: without.length, of: all.length }));
  }
  const line = lines.join('\n');
  return line ? { text: `${message.text} ${line}`, blocks: [...message.blocks, context(line)] } : message;
}

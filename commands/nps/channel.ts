import { localDay } from '../../src/calendar/local-day.ts';
import { enqueue } from '../../src/delivery/outbox.ts';
import { Problem } from '../../src/errors.ts';
import { dayAndMonth } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { CHANNEL_ASK } from '../../src/surveys/customers/channel-answers.ts';
import type { Instrument } from '../../src/surveys/customers/instruments.ts';
import { restOf } from '../../src/surveys/customers/links.ts';
import { customerIn } from './customer.ts';
import { mustNotRest } from './link.ts';

/** A channel mention as Slack writes it: `<#C123|name>`. */
const CHANNEL = /<#([CG]\w+)(?:\|[^>]*)?>/;

/**
 * Asks a customer's people in a channel shared with them. The message goes through the outbox; the person is told if it
 * cannot be sent.
 */
export async function channel(words: string, asked: Asked, instrument: Instrument): Promise<Reply> {
  const { db, workspace, member, now } = asked;
  const [mentioned, channelId] = CHANNEL.exec(words) ?? [];
  if (!mentioned || !channelId) throw new Problem('nps.which_channel');
  const named = words.replace(mentioned, ' ').trim();
  const { id: customerId, name } = await customerIn(named && `${named} ${mentioned}`, asked);
  const today = localDay(now, workspace.zone);
  const whom = { workspaceId: workspace.id, customerId, respondent: null, askedById: member.id };
  const added = await db.$transaction(async (tx) => {
    mustNotRest({ customer: name, instrument }, await restOf(tx, whom, today));
    const asking = {
      ...{ cause: ['nps', 'channel', customerId, today].join(' '), recipient: channelId, memberId: null },
      ...{ ownerId: member.id, urgency: 'prompt' as const, dueAt: now },
      content: { kind: CHANNEL_ASK, instrument, customerId, askedById: member.id },
    };
    return enqueue(tx, workspace.id, [asking], now);
  });
  const told = { customer: escaped(name), channel: `<#${channelId}>`, day: dayAndMonth(today) };
  return { ...say(text(added ? 'nps.channel.asked' : 'nps.channel.again', told)), isDone: true };
}

/** Composes scheduled and planned messages at the moment of sending: one entry for each kind of content. */
import type { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../calendar/js-date.ts';
import type { Database } from '../../db/client.ts';
import type { Claim } from '../../delivery/claim.ts';
import { MISSED } from '../../delivery/missed.ts';
import type { Made } from '../../delivery/sender.ts';
import { UNDELIVERED } from '../../delivery/undelivered.ts';
import { momentLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import { loadDirectory } from '../../people/directory.ts';
import { ALARM } from '../../schedule/check-alert.ts';
import { CUSTOMER_TURN } from '../../schedule/customers.ts';
import { NEW_ADMIN } from '../../schedule/new-admin.ts';
import { TARGET_NEWS } from '../../schedule/target-news.ts';
import { WAITED } from '../../schedule/waited.ts';
import { standupContent } from '../../standups/asks.ts';
import { pulseContent } from '../../surveys/content.ts';
import { CHANNEL_ASK } from '../../surveys/customers/channel-answers.ts';
import type { CustomerLinks } from '../customer-links.ts';
import type { Message } from '../messages/answer.ts';
import { context } from '../messages/mrkdwn.ts';
import { quieterButton } from '../messages/quiet.ts';
import { alarm, alert } from './alert.ts';
import { caseComposers } from './case.ts';
import { channelAsk } from './channel-ask.ts';
import { customersTest, customerTurn } from './customer-turn.ts';
import { digest } from './digest.ts';
import { missed } from './missed.ts';
import { morning } from './morning.ts';
import { newAdmin } from './new-admin.ts';
import { type Composer, isOutgoing, type Outgoing } from './outgoing.ts';
import { pulseAsk, pulseNotHeld, pulseReminder, pulseResults } from './pulse.ts';
import { replyComposers } from './pulse-replies.ts';
import { reminder } from './reminder.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { sheet } from './sheet.ts';
import { standupAsk, standupReminder } from './standup-ask.ts';
import { standupBlocker, standupDigest, standupUpdate } from './standup-digest.ts';
import { standupSaid } from './standup-said.ts';
import { targetNews } from './target-news.ts';
import { undelivered } from './undelivered.ts';
import { waited } from './waited.ts';

const composers: Readonly<Record<string, Composer>> = {
  alert,
  [ALARM]: alarm,
  digest,
  morning,
  reminder,
  report,
  review,
  sheet,
  [standupContent.ask]: standupAsk,
  [standupContent.reminder]: standupReminder,
  [standupContent.digest]: standupDigest,
  [standupContent.update]: standupUpdate,
  [standupContent.blocker]: standupBlocker,
  [standupContent.said]: standupSaid,
  [pulseContent.ask]: pulseAsk,
  [pulseContent.reminder]: pulseReminder,
  [pulseContent.results]: pulseResults,
  [pulseContent.notHeld]: pulseNotHeld,
  ...caseComposers,
  ...replyComposers,
  [CHANNEL_ASK]: channelAsk,
  [CUSTOMER_TURN]: customerTurn,
  customers: customersTest,
  [TARGET_NEWS]: targetNews,
  [MISSED]: missed,
  [NEW_ADMIN]: newAdmin,
  [UNDELIVERED]: undelivered,
  [WAITED]: waited,
};

/** Composes a delivery, as a `Composer` does. Throws for a kind that only a newer version knows. */
export async function compose(
  db: Database,
  delivery: Claim,
  now: Temporal.Instant,
  customerLinks: CustomerLinks = () => null,
): Promise<Made<Outgoing>> {
  const composer = composers[delivery.content.kind];
  if (!composer) throw new Error(`no words for ${delivery.content.kind}`);
  const dueAt = instantOf(delivery.dueAt);
  const [workspace, directory] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: delivery.workspaceId } }),
    loadDirectory(db, delivery.workspaceId, aboutIn(delivery)),
  ]);
  const made = await composer({ db, workspace, directory, now: dueAt }, delivery, now, customerLinks);
  if (!isOutgoing(made)) return made;
  const { topic } = delivery;
  // Not under a survey's question: pressing it would tell that somebody had not answered yet.
  const offersLess = topic && delivery.content.kind !== pulseContent.ask;
  const whole = offersLess ? withEnd(made, quieterButton(topic)) : made;
  const outgoing = delivery.content.isTest ? saying(whole, 'test') : whole;
  if (dueAt.until(now).total('minutes') < LATE_MINUTES) return outgoing;
  const at = momentLabel(dueAt, now, workspace.zone);
  return saying(outgoing, 'late', { at });
}

/** What the text of a message to thousands depends on: the person and the survey's owner. */
const aboutIn = ({ content, memberId, ownerId }: Claim): string[] | undefined =>
  content.roundId && (content.kind === pulseContent.ask || content.kind === pulseContent.reminder)
    ? [memberId, ownerId].filter((id) => id !== null)
    : undefined;

/** With less delay nobody asks where it was. */
const LATE_MINUTES = 30;

/** Adds blocks at its end. */
const withEnd = (outgoing: Outgoing, end: Message['blocks']): Outgoing => ({
  ...outgoing,
  message(picture) {
    const { text: line, blocks } = outgoing.message(picture);
    return { text: line, blocks: [...blocks, ...end] };
  },
});

/** Adds a line above it, also in the plain text for notifications and screen readers. */
const saying = (outgoing: Outgoing, what: 'late' | 'test', values: Record<string, string> = {}): Outgoing => ({
  ...outgoing,
  message(picture) {
    const { text: said, blocks } = outgoing.message(picture);
    return {
      text: text(`outgoing.${what}_in_words`, { said, ...values }),
      blocks: [context(text(`outgoing.${what}`, values)), ...blocks],
    };
  },
});

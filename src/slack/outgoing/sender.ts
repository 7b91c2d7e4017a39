import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import type { Claim } from '../../delivery/claim.ts';
import type { Outcome } from '../../delivery/retry.ts';
import type { NotNow, Sender } from '../../delivery/sender.ts';
import type { Log } from '../../log.ts';
import { standupContent } from '../../standups/asks.ts';
import { caseContent } from '../../surveys/customers/cases.ts';
import type { CustomerLinks } from '../customer-links.ts';
import { isAboutBlocks } from '../failure.ts';
import type { PictureState } from '../messages/picture.ts';
import type { Pictures } from '../pictures.ts';
import { chartTurnLost, takeChartTurn } from './chart-turn.ts';
import { compose } from './compose.ts';
import { findMessage, metadataOf, showsBlock } from './find.ts';
import { outcomeOf } from './outcome.ts';
import { isOutgoing, type Outgoing } from './outgoing.ts';
import { threadOf } from './thread-of.ts';

/** Kinds that replace another message. */
const INSTEAD = new Set<string>([standupContent.update, standupContent.said, caseContent.solved]);

export interface SenderInput {
  db: Database;
  client: WebClient;
  pictures: Pictures;
  customerLinks: CustomerLinks;
  clock: Clock;
  log: Log;
}

/** Sends the outbox through Slack: each message with its picture, or without it if the picture fails. */
export function createSender({ db, client, pictures, customerLinks, clock, log }: SenderInput): Sender {
  return {
    async make(delivery, takeTurn) {
      const outgoing = await compose(db, delivery, clock(), customerLinks);
      if (!isOutgoing(outgoing)) return outgoing;
      const isNeedless = outgoing.unless && (await showsBlock(client, outgoing.unless, takeTurn));
      if (isNeedless) return isNeedless === true ? null : isNeedless;
      const picture = await pictureOf(outgoing, delivery);
      if (picture.kind === 'waits' || picture.kind === 'limited') return picture;
      // Composed first, so that nothing takes a turn and then cannot be sent.
      const { text: line } = outgoing.message(picture);
      return {
        line,
        isChange: outgoing.instead !== undefined,
        async post() {
          const outcome = await post(delivery, await latest(delivery, outgoing), picture);
          // Slack refuses a whole message when it cannot get its picture: nothing was posted yet.
          if (outcome.kind !== 'refused' || picture.kind !== 'file' || !isAboutBlocks(outcome.error)) return outcome;
          log.warn({ error: outcome.error }, 'Slack refused a chart');
          return post(delivery, outgoing, { kind: 'failed' });
        },
      };
    },
    async find(delivery, takeTurn) {
      // Replacing a message twice does no harm.
      if (INSTEAD.has(delivery.content.kind)) return { kind: 'absent' };
      return findMessage(client, delivery, { thread: await threadOf(db, delivery), takeTurn });
    },
  };

  /** An update is composed again when its turn comes: otherwise the slower of two would undo the other. */
  async function latest(delivery: Claim, outgoing: Outgoing): Promise<Outgoing> {
    const again = outgoing.instead ? await compose(db, delivery, clock(), customerLinks) : null;
    return isOutgoing(again) ? again : outgoing;
  }

  async function pictureOf(outgoing: Outgoing, own: Claim): Promise<PictureState | NotNow> {
    try {
      const picture = await outgoing.picture?.();
      if (!picture) return { kind: 'none' };
      return await pictures.forChannel(picture, clock(), () => takeChartTurn(db, own));
    } catch (cause) {
      const lost = await chartTurnLost(db, own, cause, clock());
      if (typeof lost === 'object') return lost;
      if (lost === 'failed') log.warn({ err: cause }, 'a message goes out without its chart');
      return { kind: 'failed' };
    }
  }

  async function post(delivery: Claim, outgoing: Outgoing, picture: PictureState): Promise<Outcome> {
    // An error of our own while composing is not Slack's.
    const message = outgoing.message(picture);
    try {
      const { thread, instead } = outgoing;
      if (instead) {
        await client.chat.update({ channel: instead.channelId, ts: instead.ts, ...message });
        return { kind: 'sent', ...instead };
      }
      const { channel, ts } = await client.chat.postMessage({
        channel: delivery.recipient,
        ...message,
        metadata: metadataOf(delivery),
        unfurl_links: false,
        ...(thread ? { thread_ts: thread } : {}),
      });
      return { kind: 'sent', channelId: channel ?? delivery.recipient, ts: ts ?? '' };
    } catch (cause) {
      return outcomeOf(cause);
    }
  }
}

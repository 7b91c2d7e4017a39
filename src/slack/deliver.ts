import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import { Problem } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Reply } from './command.ts';
import { errorOf, isAboutBlocks, isUnsure } from './failure.ts';
import type { Message } from './messages/answer.ts';
import type { PictureState } from './messages/picture.ts';
import type { Picture, Pictures } from './pictures.ts';
import type { Posts } from './posts.ts';
import { sendFile } from './send-file.ts';
import { tellOthers } from './tell-others.ts';

/** How long a command's text waits for its picture: they go out together, as a command's reply cannot be changed. */
const PICTURE_WAIT_MS = 1_000;
const PATIENT_WAIT_MS = 10_000;

export interface Addressee {
  slackUserId: string;
  channelId: string;
  /** Replies to the person where they asked; after a button, in place of its message. */
  tell(message: Message): Promise<void>;
  /** Asks the person something; not given: `tell` does. */
  ask?(message: Message): Promise<void>;
  /** Says what went wrong, and leaves the message as it was. */
  fail(message: Message): Promise<void>;
  /** Whether it is in the person's own messages with the bot, where a chart is private without a signed address. */
  isAlone?: boolean;
}

export interface Deliverer {
  client: WebClient;
  posts: Posts;
  pictures: Pictures;
  log: Log;
}

/** Sends a reply and the messages to others. Those go out even if the reply fails, because what was done stays done. */
export async function deliver(reply: Reply, to: Addressee, now: Temporal.Instant, deliverer: Deliverer): Promise<void> {
  try {
    await answer(reply, to, now, deliverer);
  } finally {
    const { posts, log } = deliverer;
    if (reply.changes) await change(posts, reply.changes, log);
    if (reply.notes) await tellOthers(reply.notes, { posts, log, complain: to.fail });
  }
}

/** If Slack refuses it, the old message can still be used. */
async function change(posts: Posts, { place, message }: NonNullable<Reply['changes']>, log: Log): Promise<void> {
  await posts
    .change({ channel: place.channelId, ts: place.ts, ...message })
    .catch((cause: unknown) => log.warn({ error: errorOf(cause) }, 'a message could not be changed'));
}

/** Posts privately to the person, or to the whole channel. If the picture fails, the message goes without it. */
async function answer(
  reply: Reply,
  to: Addressee,
  now: Temporal.Instant,
  { client, posts, pictures, log }: Deliverer,
): Promise<void> {
  const waitMs = reply.patient ? PATIENT_WAIT_MS : PICTURE_WAIT_MS;
  if (reply.audience === 'channel') {
    const picture = await brought((drawing) => pictures.forChannel(drawing, now));
    return sendOrWithout(picture, (state) => share(posts, to.channelId, reply, state));
  }
  if (reply.file) return to.tell(reply.message(await fileSent(reply.file)));
  const picture = await withinTime(
    brought((drawing) =>
      to.isAlone ? pictures.forChannel(drawing, now) : pictures.forPerson(drawing, to.slackUserId, now),
    ),
    waitMs,
  );
  const tell = (reply.asksBack && to.ask) || to.tell;
  return sendOrWithout(picture, (state) => tell(reply.message(state)));

  async function brought(bring: (picture: Picture) => Promise<PictureState>): Promise<PictureState> {
    try {
      const picture = await reply.picture?.();
      return picture ? await bring(picture) : { kind: 'none' };
    } catch (cause) {
      log.warn({ err: cause }, 'an answer went out without its chart');
      return { kind: 'failed' };
    }
  }

  async function fileSent(fileOf: NonNullable<Reply['file']>): Promise<PictureState> {
    try {
      const file = await fileOf();
      if (!file) return { kind: 'none' };
      const { permalink } = await sendFile(client, to.slackUserId, file);
      return { kind: 'sent', url: permalink };
    } catch (cause) {
      log.warn({ err: cause }, 'a file could not be sent');
      return { kind: 'unsent' };
    }
  }

  async function sendOrWithout(state: PictureState, send: (state: PictureState) => Promise<void>): Promise<void> {
    try {
      await send(state);
    } catch (cause) {
      if (isUnsure(cause)) {
        log.warn({ err: cause }, 'Slack did not say whether an answer arrived');
        if (reply.audience === 'channel') throw new Problem('share.unsure');
        throw new Problem(reply.isDone ? 'slack.unsure_done' : 'slack.unsure');
      }
      // The numbers must arrive all the same.
      if (!isAboutBlocks(errorOf(cause)) || (state.kind !== 'address' && state.kind !== 'file')) throw cause;
      log.warn({ err: cause }, 'Slack refused a chart');
      await send({ kind: 'failed' });
    }
  }
}

const withinTime = (picture: Promise<PictureState>, milliseconds: number): Promise<PictureState> =>
  Promise.race([picture, pause(milliseconds, { kind: 'later' } as const, { ref: false })]);

async function share(posts: Posts, channel: string, reply: Reply, picture: PictureState): Promise<void> {
  try {
    const author = reply.author ? { username: reply.author } : {};
    await posts.post({ channel, ...author, ...reply.message(picture) });
  } catch (cause) {
    const error = errorOf(cause);
    if (error === 'not_in_channel' || error === 'channel_not_found') throw new Problem('share.not_in_channel');
    if (error === 'is_archived') throw new Problem('share.archived');
    throw cause;
  }
}

/**
 * `response_url` and `trigger_id`: the two short-lived keys an interaction hands the bot. A URL serves five times in
 * 30 minutes; a trigger once, within 3 seconds.
 */
import { randomBytes } from 'node:crypto';
import { SlackError } from './errors.ts';
import { nowMs, type State } from './state.ts';

const URL_USES = 5;
const URL_LIFE_MS = 30 * 60_000;
const TRIGGER_LIFE_MS = 3_000;

/** Where an answer to a `response_url` goes. */
export interface ResponseTarget {
  room: string;
  user: string;
  /** The message whose button was pressed; a command has none, so nothing of it can be replaced. */
  messageTs?: string;
}

export interface ResponseUrls {
  /** A fresh path for answers to this interaction. */
  open(target: ResponseTarget): string;
  /** @throws SlackError `expired_url` or `used_url` */
  use(path: string): ResponseTarget;
  /** What lets the bot open a view before this person. */
  openTrigger(user: string): string;
  /** Gives the person. @throws SlackError `expired_trigger_id`, `exchanged_trigger_id` or `invalid_trigger_id` */
  useTrigger(id: string): string;
}

export function createResponseUrls(state: State): ResponseUrls {
  const urls = new Map<string, { target: ResponseTarget; uses: number; expires: number }>();
  const triggers = new Map<string, { user: string; used: boolean; expires: number }>();

  return {
    open(target) {
      const path = `/hooks/${state.app.id}/${state.team.id}/${randomBytes(12).toString('hex')}`;
      urls.set(path, { target, uses: 0, expires: nowMs(state) + URL_LIFE_MS });
      return path;
    },

    use(path) {
      const url = urls.get(path);
      if (!url || nowMs(state) > url.expires) throw new SlackError('expired_url');
      if (url.uses === URL_USES) throw new SlackError('used_url');
      url.uses += 1;
      return url.target;
    },

    openTrigger(user) {
      const id = `${nowMs(state)}.${randomBytes(5).readUIntBE(0, 5)}.${randomBytes(16).toString('hex')}`;
      triggers.set(id, { user, used: false, expires: nowMs(state) + TRIGGER_LIFE_MS });
      return id;
    },

    useTrigger(id) {
      const trigger = triggers.get(id);
      if (!trigger) throw new SlackError('invalid_trigger_id');
      if (trigger.used) throw new SlackError('exchanged_trigger_id');
      if (nowMs(state) > trigger.expires) throw new SlackError('expired_trigger_id');
      trigger.used = true;
      return trigger.user;
    },
  };
}

import type { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../calendar/js-date.ts';
import { momentLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { Quiet } from '../../people/quiet.ts';
import type { Message } from './answer.ts';
import { fittingButtons, section } from './mrkdwn.ts';

export const quietActions = { open: 'quiet.open' } as const;

/** *Quieter*, under messages nobody asked for; `topic`: what such a message was about. */
export const quieterButton = (topic: string) =>
  fittingButtons('quiet', [{ actionId: quietActions.open, label: text('quiet.button'), value: topic }]);

/** How many messages the person gets unasked, with *Quieter*. */
export function quietMessage(quiet: Quiet, reader: Reader): Message {
  const line = quietText(quiet, reader);
  return { text: line, blocks: [section(line), ...quieterButton('all')] };
}

/** When it is read, and by which clock. */
export interface Reader {
  now: Temporal.Instant;
  zone: string;
}

/** How many messages the person gets unasked, in words. */
export function quietText({ usual, own, paused }: Quiet, { now, zone }: Reader): string {
  const most = Math.min(usual, own ?? usual);
  return [
    text('quiet.most', { most, isOwn: own === null ? 'no' : 'yes' }),
    ...paused.map(({ topic, until }) =>
      text(`quiet.paused.${topic}`, { until: momentLabel(instantOf(until), now, zone) }),
    ),
  ].join(' ');
}

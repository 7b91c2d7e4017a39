import type { KnownBlock } from '@slack/types';
import { text } from '../../language/text.ts';
import { clipped, context } from './mrkdwn.ts';

/** What has become of an answer's chart. Whatever it is, the numbers are in the text. */
export type PictureState =
  | { kind: 'none' }
  /** Slack fetches it from us. */
  | { kind: 'address'; url: string; alt: string }
  /** It was uploaded to where the message goes. */
  | { kind: 'file'; fileId: string; alt: string }
  /** It lies in the person's messages with the bot. */
  | { kind: 'elsewhere'; url: string }
  /** It is not drawn yet; a button shows it. */
  | { kind: 'later' }
  | { kind: 'failed' };

const ALT_LIMIT = 2000;

export function pictureBlocks(picture: PictureState): KnownBlock[] {
  switch (picture.kind) {
    case 'none':
      return [];
    case 'address':
      return [{ type: 'image', image_url: picture.url, alt_text: clipped(picture.alt, ALT_LIMIT) }];
    case 'file':
      return [{ type: 'image', slack_file: { id: picture.fileId }, alt_text: clipped(picture.alt, ALT_LIMIT) }];
    case 'elsewhere':
      return [context(text('answer.chart.in_dm', { url: picture.url }))];
    case 'later':
      return [context(text('answer.chart.later'))];
    case 'failed':
      return [context(text('answer.chart.failed'))];
  }
}

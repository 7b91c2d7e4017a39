import type { KnownBlock } from '@slack/types';
import { text } from '../../language/text.ts';
import { clipped, context, escaped, section, unmarked } from './mrkdwn.ts';

/** What became of an answer's chart. In every case the numbers are in the text. */
export type PictureState =
  | { kind: 'none' }
  /** Slack downloads it from us. */
  | { kind: 'address'; url: string; alt: string }
  /** Uploaded to the place of the message. */
  | { kind: 'file'; fileId: string; alt: string }
  /** In the person's messages with the bot. */
  | { kind: 'elsewhere'; url: string }
  /** Not drawn yet; a button shows it. */
  | { kind: 'later' }
  | { kind: 'failed' }
  /** Replaced by its numbers, one line for each row. */
  | { kind: 'numbers'; lines: readonly string[] }
  /** Its numbers went to the person's messages with the bot as a file. */
  | { kind: 'sent'; url: string }
  | { kind: 'unsent' };

/** Whether there is a chart, shown or not. */
export const hasChart = ({ kind }: PictureState): boolean => kind !== 'none';

const ALT_LIMIT = 2000;

export function pictureBlocks(picture: PictureState): KnownBlock[] {
  switch (picture.kind) {
    case 'none':
      return [];
    case 'address':
      return [{ type: 'image', image_url: picture.url, alt_text: clipped(unmarked(picture.alt), ALT_LIMIT) }];
    case 'file':
      return [
        { type: 'image', slack_file: { id: picture.fileId }, alt_text: clipped(unmarked(picture.alt), ALT_LIMIT) },
      ];
    case 'elsewhere':
      return [context(text('answer.chart.in_dm', { url: picture.url }))];
    case 'later':
      return [context(text('answer.chart.later'))];
    case 'failed':
      return [context(text('answer.chart.failed'))];
    case 'numbers':
      return numberBlocks(picture.lines);
    case 'sent':
      return [context(text('answer.csv_sent', { url: picture.url }))];
    case 'unsent':
      return [context(text('answer.csv_failed'))];
  }
}

const MOST_LINES = 60;
const LINES_A_SECTION = 12;

/** Rows that do not fit are only counted; the file has all of them. */
function numberBlocks(lines: readonly string[]): KnownBlock[] {
  const shown = lines.slice(0, MOST_LINES).map(escaped);
  const sections: KnownBlock[] = [];
  for (let start = 0; start < shown.length; start += LINES_A_SECTION)
    sections.push(section(shown.slice(start, start + LINES_A_SECTION).join('\n')));
  const rest = lines.length - shown.length;
  return rest ? [...sections, context(text('answer.more', { count: rest }))] : sections;
}

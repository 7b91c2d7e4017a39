import { text } from '../../language/text.ts';
import { SMALLEST_FOR_COMMENTS, SMALLEST_GROUP } from '../../surveys/groups.ts';
import type { Message } from './answer.ts';
import { section } from './mrkdwn.ts';

/** What is kept of an answer, column by column, for those who are asked. */
export function privacyMessage(): Message {
  const limits = { least: SMALLEST_GROUP, comments: SMALLEST_FOR_COMMENTS };
  const parts = [
    'confidential',
    'intro',
    'round',
    'answer',
    'invitation',
    'deliveries',
    'results',
    'comments',
    'replies',
    'actions',
    'log',
    'limits',
  ] as const;
  const head = text('pulse.privacy');
  return {
    text: [head, ...parts.map((part) => text(`pulse.privacy.${part}`, limits))].join('\n'),
    blocks: [section(head), ...parts.map((part) => section(text(`pulse.privacy.${part}`, limits)))],
  };
}

import { text } from '../../language/text.ts';
import { SMALLEST_FOR_COMMENTS, SMALLEST_GROUP } from '../../surveys/groups.ts';
import type { Message } from './answer.ts';
import { buttons, context, section } from './mrkdwn.ts';

export const privacyActions = { columns: 'pulse_privacy_columns', short: 'pulse_privacy_short' } as const;

const limits = { least: SMALLEST_GROUP, comments: SMALLEST_FOR_COMMENTS };

/** What is stored of an answer, in five lines; a button shows the rest. */
export function privacyMessage(): Message {
  const head = text('pulse.privacy');
  const lines = (['kept', 'not_kept', 'read_by', 'deleted', 'decline'] as const).map((part) =>
    text(`pulse.privacy.short.${part}`, limits),
  );
  const confidential = text('pulse.privacy.short.confidential');
  return {
    text: [head, ...lines, confidential].join('\n'),
    blocks: [
      section([head, ...lines].join('\n')),
      context(confidential),
      buttons('pulse.privacy', [
        { actionId: privacyActions.columns, label: text('pulse.privacy.columns'), value: 'columns' },
      ]),
    ],
  };
}

/** The same column by column, and what it does not protect against. */
export function privacyColumnsMessage(): Message {
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
  const head = text('pulse.privacy.in_full');
  return {
    text: [head, ...parts.map((part) => text(`pulse.privacy.${part}`, limits))].join('\n'),
    blocks: [
      section(head),
      ...parts.map((part) => section(text(`pulse.privacy.${part}`, limits))),
      buttons('pulse.privacy', [
        { actionId: privacyActions.short, label: text('pulse.privacy.in_short'), value: 'short' },
      ]),
    ],
  };
}

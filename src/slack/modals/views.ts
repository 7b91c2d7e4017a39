import type { ModalView } from '@slack/types';
import { text } from '../../language/text.ts';
import type { Message } from '../messages/answer.ts';
import { plainText, section } from '../messages/mrkdwn.ts';

/** Shown at once, as Slack's trigger to open a view expires after 3 seconds. */
export const loadingView = (title: string): ModalView => ({
  type: 'modal',
  title: plainText(title),
  close: plainText(text('form.close')),
  blocks: [section(text('form.loading'))],
});

/** Says that a form is done, or why it cannot be. */
export const sayingView = (title: string, { blocks }: Message): ModalView => ({
  ...loadingView(title),
  close: plainText(text('form.done')),
  blocks,
});

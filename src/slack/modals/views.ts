import type { ModalView } from '@slack/types';
import { text } from '../../language/text.ts';
import type { Message } from '../messages/answer.ts';
import { plainText, section } from '../messages/mrkdwn.ts';

/** What is shown at once, as a trigger holds for 3 seconds only. */
export const loadingView = (title: string): ModalView => ({
  type: 'modal',
  title: plainText(title),
  close: plainText(text('form.close')),
  blocks: [section(text('form.loading'))],
});

/** What there is to say when a form is done, or cannot be. */
export const sayingView = (title: string, { blocks }: Message): ModalView => ({
  ...loadingView(title),
  close: plainText(text('form.done')),
  blocks,
});

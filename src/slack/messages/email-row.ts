import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { escaped, section } from './mrkdwn.ts';
import type { PictureState } from './picture.ts';

/** Where the row for an e-mail is; the address alone where Slack did not take the file. */
export function emailMessage(
  { who, address, until }: { who: string; address: string; until: string },
  file: PictureState,
): Message {
  const line =
    file.kind === 'unsent'
      ? text('nps.email.failed', { address: escaped(address) })
      : text('nps.email.sent', { who: escaped(who), until });
  return { text: line, blocks: [section(line)] };
}

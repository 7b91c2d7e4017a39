import { text } from '../../language/text.ts';
import type { Rest } from '../../surveys/customers/links.ts';
import type { Message } from './answer.ts';
import { escaped, section } from './mrkdwn.ts';
import { othersText } from './nps.ts';
import type { PictureState } from './picture.ts';

/** Says where the file with the row for an e-mail is; if Slack did not take it, shows the address alone. */
export function emailMessage(
  { who, address, until, others }: { who: string; address: string; until: string; others: Rest | null },
  file: PictureState,
): Message {
  const line =
    file.kind === 'unsent'
      ? text('nps.email.failed', { address: escaped(address) })
      : text('nps.email.sent', { who: escaped(who), until });
  const said = line + othersText(others);
  return { text: said, blocks: [section(said)] };
}

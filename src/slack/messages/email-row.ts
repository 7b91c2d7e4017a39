import { html } from '../../language/html.ts';
import { text } from '../../language/text.ts';
import type { Message } from './answer.ts';
import { escaped, section } from './mrkdwn.ts';
import type { PictureState } from './picture.ts';

/**
 * The question as a row of numbers that any e-mail program shows: a table with its looks in it, and a plain link behind each
 * number, which opens the page with that number chosen.
 */
export function emailRow(workspace: string, address: string): string {
  const cells = Array.from({ length: 11 }, (_, score) => cell(score, address)).join('');
  const question = html(text('nps.email.row', { workspace }));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${question}</title></head><body>
<p style="font:16px sans-serif">${question}</p>
<table role="presentation" cellpadding="0" cellspacing="4"><tr>${cells}</tr></table>
<p style="font:13px sans-serif">${html(`${text('nps.page.least')}, ${text('nps.page.most')}`)}</p>
</body></html>
`;
}

const cell = (score: number, address: string) =>
  `<td style="border:1px solid #6b7488;border-radius:4px"><a href="${html(`${address}?score=${score}`)}" style="display:block;padding:8px 9px;font:bold 16px sans-serif;color:#1f4e9c;text-decoration:none">${score}</a></td>`;

/** Where the row is; the address alone where Slack did not take the file. */
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

/** The e-mail with the question: a row of numbers, each linking to the customer's page with that number chosen. */
import { directionOf } from '../language/direction.ts';
import { html } from '../language/html.ts';
import { text } from '../language/text.ts';
import { type Instrument, scoresOf } from '../surveys/customers/instruments.ts';

export interface CustomerQuestion {
  instrument: Instrument;
  /** The name of the company, as customers know it. */
  workspace: string;
  /** The customer's page. */
  address: string;
}

/** The letter's content. @param asker the member who asks; null: they have left */
export function customerLetter(question: CustomerQuestion, asker: string | null) {
  const { instrument, workspace, address } = question;
  const subject = text(`nps.page.question.${instrument}`, { workspace });
  const who = text('nps.mail.from', { workspace, asker: asker ?? 'none' });
  const from = `${who} ${text('nps.page.reader', { workspace })}`;
  const plain = [
    subject,
    endsOf(instrument),
    text('nps.mail.choose', { address }),
    `${from} ${text('nps.mail.decline')}: ${address}`,
  ];
  const decline = `<a href="${html(address)}" style="color:#4d566b">${html(text('nps.mail.decline'))}</a>`;
  const end = `<p style="font:13px sans-serif;color:#4d566b">${html(from)} ${decline}</p>\n`;
  return { subject, text: `${plain.join('\n\n')}\n`, html: letterPage(question, end) };
}

/** Only the question, to paste into your own e-mail. */
export const questionRow = (question: CustomerQuestion): string => letterPage(question, '');

/** The language it is written in. */
const LANGUAGE = 'en';

/** A table with inline styles, which any e-mail program can show; on a wide screen in one row. */
function letterPage({ instrument, workspace, address }: CustomerQuestion, end: string): string {
  const cells = scoresOf(instrument).map((score) => cell(score, address));
  const question = html(text(`nps.page.question.${instrument}`, { workspace }));
  return `<!doctype html>
<html lang="${LANGUAGE}" dir="${directionOf(LANGUAGE)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${question}</title></head><body>
<p style="font:16px sans-serif">${question}</p>
<table role="presentation" cellpadding="0" cellspacing="4"><tr>${cells.join('')}</tr></table>
<p style="font:13px sans-serif">${html(endsOf(instrument))}</p>
${end}</body></html>
`;
}

const endsOf = (instrument: Instrument) =>
  `${text(`nps.page.least.${instrument}`)}, ${text(`nps.page.most.${instrument}`)}`;

/** Inline blocks, so that on a narrow screen the last ones move to the next line. */
const cell = (score: number, address: string) =>
  `<td style="display:inline-block;margin:2px;border:1px solid #6b7488;border-radius:4px"><a href="${html(`${address}?score=${score}`)}" style="display:block;min-width:18px;padding:10px;text-align:center;font:bold 16px sans-serif;color:#1f4e9c;text-decoration:none">${score}</a></td>`;

import { dayAndMonth } from '../../src/language/dates.ts';
import { questionRow } from '../../src/mail/customer-letter.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { emailMessage } from '../../src/slack/messages/email-row.ts';
import type { Instrument } from '../../src/surveys/customers/instruments.ts';
import { linkFor } from './link.ts';

/** A row of numbers to click in an e-mail, as a file to copy it from. */
export async function email(words: string, asked: Asked, instrument: Instrument): Promise<Reply> {
  const { who, address, until, others } = await linkFor(words, asked, instrument);
  const content = Buffer.from(questionRow({ instrument, workspace: asked.workspace.name, address }));
  return {
    message: (file) => emailMessage({ who, address, until: dayAndMonth(until), others }, file),
    file: async () => ({ name: `${instrument}.html`, type: 'text/html', title: who, content }),
    isDone: true,
  };
}

import { dayAndMonth } from '../../src/language/dates.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { emailMessage, emailRow } from '../../src/slack/messages/email-row.ts';
import { linkFor } from './link.ts';

/** The eleven numbers as a row for an e-mail, in a file that one copies it from. */
export async function email(words: string, asked: Asked): Promise<Reply> {
  const { who, address, until } = await linkFor(words, asked);
  const content = Buffer.from(emailRow(asked.workspace.name, address));
  return {
    message: (file) => emailMessage({ who, address, until: dayAndMonth(until) }, file),
    file: async () => ({ name: 'nps.html', type: 'text/html', title: who, content }),
    isDone: true,
  };
}

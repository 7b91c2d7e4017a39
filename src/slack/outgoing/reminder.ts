import { z } from 'zod';
import { text } from '../../language/text.ts';
import { context, escaped, section } from '../messages/mrkdwn.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({ words: z.string(), by: z.guid().nullish() });

/** A reminder in its author's words, with the author's name. */
export const reminder: Composer = async ({ directory }, { content }) => {
  const { words, by } = contentSchema.parse(content);
  const name = escaped(directory.members.find(({ id }) => id === by)?.name ?? text('schedule.somebody'));
  return {
    message: () => ({
      text: escaped(words),
      blocks: [section(escaped(words)), context(text('reminder.note', { name }))],
    }),
  };
};

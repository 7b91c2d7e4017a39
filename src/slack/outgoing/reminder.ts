import { z } from 'zod';
import { text } from '../../language/text.ts';
import { context, escaped, section } from '../messages/mrkdwn.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({ words: z.string() });

/** What somebody wanted to be said, in their own words. */
export const reminder: Composer = async (_, { content }) => {
  const { words } = contentSchema.parse(content);
  return {
    message: () => ({
      text: escaped(words),
      blocks: [section(escaped(words)), context(text('reminder.note'))],
    }),
  };
};

import { z } from 'zod';
import { text } from '../../language/text.ts';
import { plainMessage } from '../messages/failed.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({ leftId: z.guid() });

/** Tells somebody that they are admin now, because the last one has left. */
export const newAdmin: Composer = async ({ directory }, { content, memberId }) => {
  const { leftId } = contentSchema.parse(content);
  const isAdmin = directory.members.some(({ id, role }) => id === memberId && role === 'admin');
  if (!isAdmin) return null;
  const left = directory.members.find(({ id }) => id === leftId)?.name ?? text('schedule.somebody');
  const message = plainMessage(text('outgoing.new_admin', { left }));
  return { message: () => message };
};

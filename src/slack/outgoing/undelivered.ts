import { z } from 'zod';
import { notReached } from '../../delivery/undelivered.ts';
import { findSchedule } from '../../schedule/schedule.ts';
import { undeliveredMessage } from '../messages/undelivered.ts';
import type { Composer } from './outgoing.ts';

export const failedSchema = z.object({
  reason: z.string(),
  scheduleId: z.guid().nullable(),
  slot: z.string().nullable(),
  deliveryId: z.guid().nullable(),
});

/** Says what could not be sent, why, and what to do. */
export const undelivered: Composer = async ({ db, workspace, directory }, { content }) => {
  const failed = failedSchema.parse(content);
  const recipients = await notReached(db, workspace.id, failed);
  if (recipients.length === 0) return null;
  const schedule = failed.scheduleId ? await findSchedule(db, workspace.id, failed.scheduleId) : null;
  const message = undeliveredMessage({ failed, schedule, recipients, directory });
  return { message: () => message };
};

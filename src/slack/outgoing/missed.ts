import { z } from 'zod';
import { countMissed } from '../../delivery/missed.ts';
import { text } from '../../language/text.ts';
import { findSchedule } from '../../schedule/schedule.ts';
import { section } from '../messages/mrkdwn.ts';
import { audienceText, whatText } from '../messages/schedule.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({ scheduleId: z.guid(), slots: z.array(z.string()).min(1) });

/** Tells what a schedule did not send, to some or to all, because it was of no use any more by the time it could. */
export const missed: Composer = async ({ db, workspace, directory }, { content }) => {
  const { scheduleId, slots } = contentSchema.parse(content);
  const schedule = await findSchedule(db, workspace.id, scheduleId);
  if (!schedule) return null;
  const values = {
    what: whatText(schedule, directory),
    whom: audienceText(schedule.audience, directory),
    count: slots.length,
    people: schedule.audience.to === 'channel' ? 0 : await countMissed(db, workspace.id, scheduleId, slots),
    slots: slots.map((slot) => slot.replace('T', ' ')).join(', '),
  };
  // These values are in Slack's markup already.
  const line = text('outgoing.missed', values);
  return { message: () => ({ text: line, blocks: [section(line)] }) };
};

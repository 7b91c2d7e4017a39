import { z } from 'zod';
import { countMissed } from '../../delivery/missed.ts';
import { text } from '../../language/text.ts';
import { nextOf } from '../../schedule/received.ts';
import { findSchedule } from '../../schedule/schedule.ts';
import { standupOf } from '../../schedule/standup.ts';
import { section } from '../messages/mrkdwn.ts';
import { audienceText, momentText, whatText } from '../messages/schedule.ts';
import { rests } from '../messages/schedule-card.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = z.object({ scheduleId: z.guid(), slots: z.array(z.string()).min(1) });

/** Tells what a schedule did not send, to some or to all, because it was of no use any more by the time it could. */
export const missed: Composer = async (asking, { content }) => {
  const { db, workspace, directory } = asking;
  const { scheduleId, slots } = contentSchema.parse(content);
  const schedule = await findSchedule(db, workspace.id, scheduleId);
  if (!schedule) return null;
  const moment = { now: asking.now, zone: workspace.zone };
  // A standup cannot be made up for: it is too late to ask anybody.
  const isStandup = standupOf(schedule) !== null;
  const nextAt = isStandup && !rests(schedule, moment) ? nextOf(schedule, asking) : null;
  const next = nextAt ? momentText(nextAt, moment) : 'none';
  const values = {
    what: whatText(schedule, directory),
    whom: audienceText(schedule.audience, directory),
    count: slots.length,
    people: schedule.audience.to === 'channel' ? 0 : await countMissed(db, workspace.id, scheduleId, slots),
    slots: slots.map((slot) => slot.replace('T', ' ')).join(', '),
  };
  // These values are in Slack's markup already.
  const line = isStandup ? text('outgoing.missed_standup', { ...values, next }) : text('outgoing.missed', values);
  return { message: () => ({ text: line, blocks: [section(line)] }) };
};

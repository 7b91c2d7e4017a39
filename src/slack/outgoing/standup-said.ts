import { z } from 'zod';
import { timeLabel } from '../../language/dates.ts';
import { zoneOf } from '../../people/own-clock.ts';
import { findSchedule } from '../../schedule/schedule.ts';
import { saidBy } from '../../standups/answers.ts';
import { asksOf, sessionSchema } from '../../standups/asks.ts';
import { isUnderWay } from '../../standups/digest-news.ts';
import { whoseText } from '../messages/schedule.ts';
import { standupSaidMessage } from '../messages/standup.ts';
import type { Composer } from './outgoing.ts';

const contentSchema = sessionSchema.extend({ inPlaceOf: z.guid() });

/** Replaces the question with what somebody answered in a standup. */
export const standupSaid: Composer = async ({ db, workspace, directory }, { content, memberId }) => {
  const { scheduleId, day, inPlaceOf } = contentSchema.parse(content);
  if (!memberId) return null;
  const session = { workspaceId: workspace.id, scheduleId, day };
  const [asked, schedule, said, asks] = await Promise.all([
    db.delivery.findUnique({ where: { workspaceId_id: { workspaceId: workspace.id, id: inPlaceOf } } }),
    findSchedule(db, workspace.id, scheduleId),
    saidBy(db, session, memberId),
    asksOf(db, session),
  ]);
  if (asked && isUnderWay(asked)) return 'later';
  const ask = asks.find((each) => each.memberId === memberId);
  if (asked?.state !== 'sent' || !asked.channelId || !asked.ts || !schedule || !said || !ask) return null;
  const message = standupSaidMessage({
    team: whoseText(schedule.what.whose, directory),
    button: { scheduleId, day },
    until: timeLabel(ask.closesAt, zoneOf(memberId, directory, workspace)),
    ...said,
  });
  return { message: () => message, instead: { channelId: asked.channelId, ts: asked.ts } };
};

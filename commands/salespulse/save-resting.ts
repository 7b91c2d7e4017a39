import { dateOf } from '../../src/calendar/js-date.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { addSchedule, findSchedule, type NewSchedule } from '../../src/schedule/schedule.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { context } from '../../src/slack/messages/mrkdwn.ts';
import { alsoToldText, shown } from './schedule.ts';

/** Saves a schedule that is not live yet, and shows it to its owner, also in their messages with the bot. */
export async function saveResting(wanted: Omit<NewSchedule, 'ownerId' | 'isPaused'>, asked: Asked): Promise<Reply> {
  const { db, workspace, member, directory, now } = asked;
  const resting = { ...wanted, ownerId: member.id, isPaused: true as const };
  const id = await addSchedule(db, workspace.id, resting, dateOf(now));
  const schedule = await findSchedule(db, workspace.id, id);
  if (!schedule) throw new Problem('schedule.gone');
  const saved = await shown(text('schedule.saved'), schedule, asked);
  const also = await alsoToldText(schedule, asked);
  const message = { ...saved, blocks: [...saved.blocks, ...also.map(context)] };
  const slackUserId = directory.members.find((each) => each.id === member.id)?.slackUserId;
  return {
    message: () => message,
    isDone: true,
    notes: slackUserId ? [{ to: { slackUserId, name: member.name }, message }] : [],
  };
}

import { isDeepStrictEqual } from 'node:util';
import { text } from '../../src/language/text.ts';
import { changeSchedule } from '../../src/schedule/change.ts';
import { countedOn } from '../../src/schedule/recurrence.ts';
import type { NewSchedule, Schedule } from '../../src/schedule/schedule.ts';
import { type Asked, type Note, type Reply, say } from '../../src/slack/command.ts';
import { audienceText, whatText } from '../../src/slack/messages/schedule.ts';
import { rests } from '../../src/slack/messages/schedule-card.ts';
import { shown } from './schedule.ts';

/**
 * Saves a changed schedule. Anyone who changes what it says, to whom or about whom becomes its owner: it goes out in
 * their name and with their rights. If it now goes elsewhere or tells more, it rests until it is let go live again. null: somebody else has changed it meanwhile.
 */
export async function saveChanged(
  running: Schedule,
  wanted: Omit<NewSchedule, 'ownerId' | 'isPaused'>,
  asked: Asked,
): Promise<Reply | null> {
  const { db, workspace, member, now } = asked;
  const ownerId = saysOther(running, wanted) ? member.id : running.ownerId;
  // A schedule paused until a day would go live on that day without anybody being asked.
  const isBound = running.pausedUntil !== null || !rests(running, { now, zone: workspace.zone });
  const mustRest = goesFurther(running, wanted) && isBound;
  const recurrence = countedOn(wanted.recurrence, running.recurrence);
  const isDone = await changeSchedule(db, running, { ...wanted, recurrence, ownerId, mustRest }, now);
  if (!isDone) return null;
  const message = await shown(text(mustRest ? 'schedule.changed_rests' : 'schedule.changed'), running, asked);
  const own = asked.directory.members.find(({ id }) => id === member.id);
  const reminded: Note[] =
    mustRest && own?.slackUserId ? [{ to: { slackUserId: own.slackUserId, name: own.name }, message }] : [];
  const former = ownerId === running.ownerId ? [] : formerTold(running, wanted, asked);
  return { message: () => message, isDone: true, notes: [...reminded, ...former] };
}

type Said = Pick<Schedule, 'what' | 'audience'>;

const saysOther = (running: Said, wanted: Said): boolean =>
  !isDeepStrictEqual(running.what, wanted.what) || !isDeepStrictEqual(running.audience, wanted.audience);

function goesFurther(running: Said, wanted: Said): boolean {
  const goes = ({ what, audience }: Said) => [audience, what.whose, what.kind === 'standup' ? what.channelId : null];
  const names = ({ what }: Said) => 'byPerson' in what && what.byPerson;
  return !isDeepStrictEqual(goes(running), goes(wanted)) || (names(wanted) && !names(running));
}

function formerTold(running: Schedule, wanted: Said, { directory, member }: Asked): Note[] {
  const former = directory.members.find(({ id }) => id === running.ownerId);
  if (!former?.slackUserId || former.deactivatedOn) return [];
  const whom = audienceText(wanted.audience, directory);
  const what = whatText(wanted, directory);
  const line = text('schedule.taken_over', { number: running.number, who: member.name, what, whom });
  return [{ to: { slackUserId: former.slackUserId, name: former.name }, message: say(line).message({ kind: 'none' }) }];
}

import { instantOf } from '../../calendar/js-date.ts';
import { timeLabel } from '../../language/dates.ts';
import { zoneOf } from '../../people/own-clock.ts';
import { findSchedule } from '../../schedule/schedule.ts';
import { standupOf } from '../../schedule/standup.ts';
import { saidBy } from '../../standups/answers.ts';
import { askSchema } from '../../standups/asks.ts';
import { doneBy, goalsToday } from '../../standups/numbers.ts';
import { whoseText } from '../messages/schedule.ts';
import { standupAskMessage, standupReminderMessage } from '../messages/standup.ts';
import type { Composer } from './outgoing.ts';

/** Asks a person, unless they have answered already. */
export const standupAsk: Composer = async (asking, delivery) => {
  const found = await openAsk(asking, delivery);
  if (!found) return null;
  const { memberId, asked, schedule, what, button, until } = found;
  const whose = { scope: 'member', memberId } as const;
  const [done, goals] = await Promise.all([doneBy(asking, memberId, asked), goalsToday(asking, whose)]);
  const team = whoseText(schedule.what.whose, asking.directory);
  const message = standupAskMessage({
    team,
    button,
    questions: asked.questions ?? what.questions,
    until,
    from: asked.from,
    done,
    goals,
  });
  return { message: () => message };
};

/** Reminds a person who has not answered. */
export const standupReminder: Composer = async (asking, delivery) => {
  const found = await openAsk(asking, delivery);
  if (!found) return null;
  const team = whoseText(found.schedule.what.whose, asking.directory);
  const message = standupReminderMessage({ team, button: found.button, until: found.until });
  return { message: () => message };
};

async function openAsk(
  { db, workspace, directory }: Parameters<Composer>[0],
  { memberId, content, dueAt, staleAt }: Parameters<Composer>[1],
) {
  const asked = askSchema.parse(content);
  const { scheduleId, day } = asked;
  const schedule = await findSchedule(db, workspace.id, scheduleId);
  const what = schedule && standupOf(schedule);
  if (!what || !memberId) return null;
  if (await saidBy(db, { workspaceId: workspace.id, scheduleId, day }, memberId)) return null;
  // Without an end of its own, as in a test, the window counts from when it was due.
  const closesAt = staleAt ? instantOf(staleAt) : instantOf(dueAt).add({ minutes: asked.windowMinutes });
  const until = timeLabel(closesAt, zoneOf(memberId, directory, workspace));
  return { memberId, asked, schedule, what, button: { scheduleId, day }, until };
}

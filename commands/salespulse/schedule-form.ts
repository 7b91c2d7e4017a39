import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import { maySchedule } from '../../src/schedule/may-schedule.ts';
import { addSchedule, findSchedule, type NewSchedule } from '../../src/schedule/schedule.ts';
import type { Asked, Filled, Form, Reply } from '../../src/slack/command.ts';
import { scheduleActions } from '../../src/slack/messages/schedules.ts';
import { isToPeople, scheduleIn, scheduleView, wordsFault } from '../../src/slack/modals/schedule.ts';
import { shown } from './schedule.ts';

const ID = 'schedule.add';
const TITLE = text('schedule.form.title');

/** *Add a schedule*: it rests until its owner has seen a test and lets it go live. */
export const scheduleForm: Form = {
  id: ID,
  opener: scheduleActions.add,
  title: TITLE,
  titleAfter: text('schedule.title'),
  async open(_, asked) {
    const { member, directory, workspace, now } = asked;
    const managed = managedTeamIds(member, directory);
    const isAdmin = member.role === 'admin';
    const teams = directory.teams.filter(({ id }) => isAdmin || managed.includes(id));
    if (!isAdmin && teams.length === 0) throw new Problem('schedule.may_not');
    return scheduleView(ID, TITLE, { teams, everyone: isAdmin, today: localDay(now, workspace.zone).toString() });
  },
  change: (_filled, _value, asked) => scheduleForm.open('', asked),
  faults(filled: Filled): Record<string, string> {
    const words = wordsFault(filled);
    const hasPlace = isToPeople(filled) || filled.fields.get('channel')?.value;
    return {
      ...(words ? { words } : {}),
      ...(hasPlace ? {} : { channel: text('schedule.form.channel_missing') }),
    };
  },
  async submit(filled, asked): Promise<Reply> {
    const { member, directory } = asked;
    const wanted = scheduleIn(filled);
    if (!maySchedule({ ...wanted, ownerId: member.id }, member, directory)) throw new Problem('schedule.may_not');
    return saveResting(wanted, asked);
  },
};

/** Saves a schedule that does nothing yet, and shows it to who made it, also in their messages with the bot. */
export async function saveResting(wanted: Omit<NewSchedule, 'ownerId' | 'isPaused'>, asked: Asked): Promise<Reply> {
  const { db, workspace, member, directory, now } = asked;
  const resting = { ...wanted, ownerId: member.id, isPaused: true as const };
  const id = await addSchedule(db, workspace.id, resting, new Date(now.epochMilliseconds));
  const schedule = await findSchedule(db, workspace.id, id);
  if (!schedule) throw new Problem('schedule.gone');
  const message = await shown(text('schedule.saved'), schedule, asked);
  const slackUserId = directory.members.find((each) => each.id === member.id)?.slackUserId;
  return {
    message: () => message,
    isDone: true,
    notes: slackUserId ? [{ to: { slackUserId, name: member.name }, message }] : [],
  };
}

import type { ModalView } from '@slack/types';
import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { problemText, text } from '../../src/language/text.ts';
import type { Directory } from '../../src/people/directory.ts';
import { managedMemberIds, managedTeamIds } from '../../src/people/manages.ts';
import { maySchedule } from '../../src/schedule/may-schedule.ts';
import { pulseOf } from '../../src/schedule/pulse-round.ts';
import { type Schedule, schedulesOf } from '../../src/schedule/schedule.ts';
import { standupOf } from '../../src/schedule/standup.ts';
import type { Asked, Filled, Form, NextPage, Reply } from '../../src/slack/command.ts';
import { cardOf, cardValue } from '../../src/slack/messages/schedule-card.ts';
import { scheduleActions } from '../../src/slack/messages/schedules.ts';
import { type ScheduleChoices, scheduleValues, scheduleView } from '../../src/slack/modals/schedule.ts';
import {
  lacksFields,
  scheduleChangedIn,
  scheduleFaults,
  scheduleIn,
  scheduleValuesIn,
  whatOf,
} from '../../src/slack/modals/schedule-filled.ts';
import { pulseChangeForm } from '../pulse/add.ts';
import { saveChanged } from './save-changed.ts';
import { saveResting } from './save-resting.ts';
import { sees } from './schedule.ts';
import { standupChangeForm } from './standup-form.ts';

/** *Add a schedule*: it rests until its owner has seen a test and lets it go live. */
export const scheduleForm: Form = {
  id: 'schedule.add',
  opener: scheduleActions.add,
  title: text('schedule.form.title'),
  titleAfter: text('schedule.title'),
  async open(_, asked) {
    const choices = choicesFor(asked);
    return scheduleView({ ...adding, choices, values: scheduleValues(choices) });
  },
  change: async (filled, _value, asked) => asFilledIn(adding, filled, asked),
  faults: scheduleFaults,
  submit: (filled, asked) =>
    saved(adding, filled, asked, async (wanted) => {
      const { member, directory } = asked;
      if (!maySchedule({ ...wanted, ownerId: member.id }, member, directory)) throw new Problem('schedule.may_not');
      return saveResting(wanted, asked);
    }),
};

const adding = { id: scheduleForm.id, title: scheduleForm.title };

/** The words that open *Change*, with the schedule's number in lists. */
const EDIT = /^\s*(?:standup|schedule)s?\s+(\d+)\s+(?:edit|change)\b/i;

/** *Change*: shows the schedule as it is; changes apply from the next time on. */
export const scheduleChangeForm: Form = {
  id: 'schedule.change',
  opener: scheduleActions.change,
  title: text('schedule.form.change'),
  titleAfter: text('schedule.title'),
  typed: (command, words) => (command === '/salespulse' ? (EDIT.exec(words)?.[1] ?? null) : null),
  async open(id, asked) {
    const schedule = await theirs(cardOf(id).id, asked);
    if (standupOf(schedule)) return standupChangeForm.open(schedule.id, asked);
    if (pulseOf(schedule)) return pulseChangeForm.open(schedule.id, asked);
    if (!whatOf(schedule.what)) throw new Problem('schedule.no_edit', { number: schedule.number });
    const { audience } = schedule;
    const reader = asked.directory.members.find(({ id }) => audience.to === 'member' && id === audience.memberId);
    const choices = choicesFor(asked);
    const values = scheduleValues(choices, { schedule, reader: reader?.slackUserId ?? null });
    return scheduleView({ ...changing, choices, values, card: cardValue(schedule, momentOf(asked)) });
  },
  change: async (filled, _value, asked) => asFilledIn(changing, filled, asked),
  faults: scheduleFaults,
  submit: (filled, asked) =>
    saved(changing, filled, asked, async (wanted) => {
      const card = cardOf(scheduleChangedIn(filled) ?? '');
      const running = await theirs(card.id, asked);
      if (!card.isCurrent(running, momentOf(asked))) return { page: asOvertaken(filled, running, asked) };
      if (!maySchedule({ ...wanted, ownerId: asked.member.id }, asked.member, asked.directory))
        throw new Problem('schedule.may_not');
      const done = await saveChanged(running, wanted, asked);
      return done ?? { page: asOvertaken(filled, await theirs(card.id, asked), asked) };
    }),
};

const changing = { id: scheduleChangeForm.id, title: scheduleChangeForm.title };

type Titled = Pick<Form, 'id' | 'title'>;
type Wanted = ReturnType<typeof scheduleIn>;

/** The form with only the fields that its choices call for. */
const asFilledIn = (form: Titled, filled: Filled, asked: Asked, note?: string): ModalView =>
  scheduleView({
    ...form,
    choices: choicesFor(asked),
    values: scheduleValuesIn(filled),
    card: scheduleChangedIn(filled),
    note,
  });

/** The form again, as somebody else has changed the schedule meanwhile; saving once more overrides their change. */
const asOvertaken = (filled: Filled, running: Schedule, asked: Asked): ModalView =>
  scheduleView({
    ...changing,
    choices: choicesFor(asked),
    values: scheduleValuesIn(filled),
    card: cardValue(running, momentOf(asked)),
    note: text('schedule.form.overtaken'),
  });

const momentOf = ({ now, workspace: { zone } }: Asked) => ({ now, zone });

/** Saves what the form asks for. A Problem with its recipient is shown in the form, which stays filled in. */
async function saved(
  form: Titled,
  filled: Filled,
  asked: Asked,
  save: (wanted: Wanted) => Promise<Reply | NextPage>,
): Promise<Reply | NextPage> {
  if (lacksFields(filled)) return { page: asFilledIn(form, filled, asked) };
  let wanted: Wanted;
  try {
    wanted = scheduleIn(filled, memberIn(asked.directory));
    mustRemindTheirs(wanted, asked);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return { page: asFilledIn(form, filled, asked, problemText(cause)) };
  }
  return save(wanted);
}

/**
 * A reminder says whatever a manager wrote, so it may go only to their own people; scheduled numbers show each person
 * just their own. @throws Problem for a reminder to somebody else's people
 */
function mustRemindTheirs({ what, audience }: Pick<Schedule, 'what' | 'audience'>, asked: Asked): void {
  const { member, directory, workspace, now } = asked;
  if (what.kind !== 'reminder' || audience.to !== 'member' || member.role === 'admin') return;
  const today = localDay(now, workspace.zone).toString();
  if (![member.id, ...managedMemberIds(member, directory, today)].includes(audience.memberId))
    throw new Problem('schedule.not_theirs');
}

/** Finds a schedule by its id or its number in lists. @throws Problem if it is gone, or not theirs to change */
async function theirs(id: string, asked: Asked): Promise<Schedule> {
  const { db, workspace, member, directory } = asked;
  const isNumber = /^\d+$/.test(id);
  const all = await schedulesOf(db, workspace.id);
  const meant = all.find((each) => (isNumber ? each.number === Number(id) : each.id === id));
  if (isNumber && (!meant || !sees(meant, asked))) throw new Problem('schedule.no_such', { number: id });
  if (!meant) throw new Problem('schedule.gone');
  if (!maySchedule(meant, member, directory)) throw new Problem('schedule.may_not');
  return meant;
}

/** @throws Problem if the person may send out nobody's numbers */
function choicesFor({ member, directory, workspace, now }: Asked): ScheduleChoices {
  const managed = managedTeamIds(member, directory);
  const isAdmin = member.role === 'admin';
  const teams = directory.teams.filter(({ id }) => isAdmin || managed.includes(id));
  if (!isAdmin && (member.role !== 'manager' || teams.length === 0)) throw new Problem('schedule.may_not');
  const zones = [workspace, ...directory.offices, ...directory.members].flatMap(({ zone }) => zone ?? []);
  return { teams, everyone: isAdmin, zones: [...new Set(zones)], today: localDay(now, workspace.zone).toString() };
}

const memberIn =
  ({ members }: Directory) =>
  (slackUserId: string): string => {
    const member = members.find((each) => each.slackUserId === slackUserId);
    if (!member || member.deactivatedOn) throw new Problem('schedule.stranger');
    return member.id;
  };

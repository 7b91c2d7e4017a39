import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import { changeSchedule } from '../../src/schedule/change.ts';
import { maySchedule } from '../../src/schedule/may-schedule.ts';
import { pulseOf } from '../../src/schedule/pulse-round.ts';
import { findSchedule } from '../../src/schedule/schedule.ts';
import type { Asked, Form } from '../../src/slack/command.ts';
import { pulseActions } from '../../src/slack/messages/pulse-asked.ts';
import { pulseChangedIn, pulseFaults, pulseIn, pulseView } from '../../src/slack/modals/pulse.ts';
import { saveResting } from '../salespulse/save-resting.ts';
import { shown } from '../salespulse/schedule.ts';

const ID = 'pulse.add';

/** *Add a survey*: like any schedule it rests until its owner has seen it and lets it go live. */
export const pulseForm: Form = {
  id: ID,
  opener: pulseActions.add,
  title: text('pulse.add.title'),
  titleAfter: text('pulse.survey'),
  async open(_, asked) {
    const whom = askable(asked);
    if (!whom.everyone && whom.teams.length === 0) throw new Problem('pulse.may_not');
    return pulseView(ID, whom);
  },
  faults: pulseFaults,
  async submit(filled, asked) {
    const wanted = pulseIn(filled);
    if (!maySchedule({ ...wanted, ownerId: asked.member.id }, asked.member, asked.directory))
      throw new Problem('pulse.may_not');
    return saveResting(wanted, asked);
  },
};

/** *Change*: shows the survey as it is. A round that is open stays as it began. */
export const pulseChangeForm: Form = {
  id: 'pulse.change',
  opener: pulseActions.change,
  title: text('pulse.change.title'),
  titleAfter: text('pulse.survey'),
  async open(id, asked) {
    return pulseView('pulse.change', { ...askable(asked), running: await ownSurvey(id, asked) });
  },
  faults: pulseFaults,
  async submit(filled, asked) {
    const { db, now, directory, member } = asked;
    const { schedule, pulse } = await ownSurvey(pulseChangedIn(filled), asked);
    const wanted = pulseIn(filled);
    if (!maySchedule({ ...wanted, ownerId: schedule.ownerId }, member, directory)) throw new Problem('pulse.may_not');
    // Keeps the start, from which every second month is counted.
    const recurrence = { ...wanted.recurrence, from: schedule.recurrence.from };
    // Who reads the answers cannot be changed.
    const what = { ...wanted.what, ...(pulse.mode ? { mode: pulse.mode } : {}) };
    const isDone = await changeSchedule(db, schedule, { ...wanted, what, recurrence }, now);
    if (!isDone) throw new Problem('pulse.changed_meanwhile');
    const message = await shown(text('pulse.changed'), schedule, asked);
    return { message: () => message, isDone: true };
  },
};

/** @throws Problem if it is gone, or not theirs to change */
async function ownSurvey(id: string, { db, workspace, member, directory }: Asked) {
  const schedule = await findSchedule(db, workspace.id, id);
  const pulse = schedule && pulseOf(schedule);
  if (!pulse) throw new Problem('pulse.gone');
  if (!maySchedule(schedule, member, directory)) throw new Problem('pulse.may_not');
  return { schedule, pulse };
}

/** Whom the person may survey. */
function askable({ member, directory, workspace, now }: Asked) {
  const everyone = member.role === 'admin';
  const managed = managedTeamIds(member, directory);
  const teams = directory.teams.filter(({ id }) => everyone || managed.includes(id));
  return { teams, everyone, led: managed, today: localDay(now, workspace.zone).toString() };
}

import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import { maySchedule } from '../../src/schedule/may-schedule.ts';
import { findSchedule } from '../../src/schedule/schedule.ts';
import { standupOf } from '../../src/schedule/standup.ts';
import type { Asked, Form } from '../../src/slack/command.ts';
import { cardOf, cardValue } from '../../src/slack/messages/schedule-card.ts';
import { standupActions } from '../../src/slack/messages/standup.ts';
import { standupChangedIn, standupFaults, standupIn, standupView } from '../../src/slack/modals/standup.ts';
import { saveChanged } from './save-changed.ts';
import { saveResting } from './save-resting.ts';

const ID = 'standup.add';

/** *Add a standup*: like any schedule it rests until its owner lets it go live. */
export const standupForm: Form = {
  id: ID,
  opener: standupActions.add,
  title: text('standup.add.title'),
  titleAfter: text('standup.form.title'),
  async open(_, asked) {
    const { workspace, now } = asked;
    const teams = ownTeams(asked);
    if (teams.length === 0) throw new Problem('standup.may_not');
    const today = localDay(now, workspace.zone).toString();
    return standupView(ID, { teams, workingDays: workspace.workingDays, today });
  },
  faults: standupFaults,
  async submit(filled, asked) {
    const wanted = standupIn(filled);
    if (!standupOf(wanted) || !maySchedule({ ...wanted, ownerId: asked.member.id }, asked.member, asked.directory))
      throw new Problem('standup.may_not');
    return saveResting(wanted, asked);
  },
};

/** *Change*: shows the standup as it is; changes apply from the next time on. */
export const standupChangeForm: Form = {
  id: 'standup.change',
  opener: standupActions.change,
  title: text('standup.change.title'),
  titleAfter: text('standup.form.title'),
  async open(id, asked) {
    const { workspace, now } = asked;
    const running = await ownStandup(id, asked);
    const today = localDay(now, workspace.zone).toString();
    const teams = ownTeams(asked);
    const card = cardValue(running.schedule, { now, zone: workspace.zone });
    return standupView('standup.change', {
      teams,
      workingDays: workspace.workingDays,
      today,
      running: { ...running, card },
    });
  },
  change: async () => Promise.reject(new Error('no choice of this form calls for other fields')),
  faults: standupFaults,
  async submit(filled, asked) {
    const card = cardOf(standupChangedIn(filled));
    const { schedule } = await ownStandup(card.id, asked);
    if (!card.isCurrent(schedule, { now: asked.now, zone: asked.workspace.zone }))
      throw new Problem('standup.changed_meanwhile');
    const wanted = standupIn(filled);
    if (!maySchedule({ ...wanted, ownerId: asked.member.id }, asked.member, asked.directory))
      throw new Problem('standup.may_not');
    const done = await saveChanged(schedule, wanted, asked);
    if (!done) throw new Problem('standup.changed_meanwhile');
    return done;
  },
};

/** @throws Problem if it is gone, or not theirs to change */
async function ownStandup(id: string, { db, workspace, member, directory }: Asked) {
  const schedule = await findSchedule(db, workspace.id, id);
  const standup = schedule && standupOf(schedule);
  if (!standup) throw new Problem('standup.gone');
  if (!maySchedule(schedule, member, directory)) throw new Problem('standup.may_not');
  return { schedule, standup };
}

/** The teams that the person may set up standups for. */
function ownTeams({ member, directory }: Asked) {
  const managed = managedTeamIds(member, directory);
  return directory.teams.filter(
    ({ id }) => member.role === 'admin' || (member.role === 'manager' && managed.includes(id)),
  );
}

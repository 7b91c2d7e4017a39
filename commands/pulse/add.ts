import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import { maySchedule } from '../../src/schedule/may-schedule.ts';
import type { Form } from '../../src/slack/command.ts';
import { pulseActions } from '../../src/slack/messages/pulse.ts';
import { pulseIn, pulseView } from '../../src/slack/modals/pulse.ts';
import { saveResting } from '../salespulse/save-resting.ts';

const ID = 'pulse.add';

/** *Add a survey*: like any schedule it rests until its owner has seen it and lets it go live. */
export const pulseForm: Form = {
  id: ID,
  opener: pulseActions.add,
  title: text('pulse.add.title'),
  titleAfter: text('pulse.survey'),
  async open(_, { member, directory, workspace, now }) {
    const everyone = member.role === 'admin';
    const managed = managedTeamIds(member, directory);
    const teams = directory.teams.filter(({ id }) => everyone || managed.includes(id));
    if (!everyone && teams.length === 0) throw new Problem('pulse.may_not');
    return pulseView(ID, { teams, everyone, today: localDay(now, workspace.zone).toString() });
  },
  faults: () => ({}),
  async submit(filled, asked) {
    const wanted = pulseIn(filled);
    if (!maySchedule({ ...wanted, ownerId: asked.member.id }, asked.member, asked.directory))
      throw new Problem('pulse.may_not');
    return saveResting(wanted, asked);
  },
};

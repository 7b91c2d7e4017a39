import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { managedTeamIds } from '../../src/people/manages.ts';
import { maySchedule } from '../../src/schedule/may-schedule.ts';
import { standupOf } from '../../src/schedule/standup.ts';
import type { Asked, Form } from '../../src/slack/command.ts';
import { standupActions } from '../../src/slack/messages/standup.ts';
import { standupFaults, standupIn, standupView } from '../../src/slack/modals/standup.ts';
import { saveResting } from './schedule-form.ts';

const ID = 'standup.add';

/** *Add a standup*: like any schedule it rests until its owner lets it go live. */
export const standupForm: Form = {
  id: ID,
  opener: standupActions.add,
  title: text('standup.add.title'),
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

/** Those whose standups somebody may set up. */
function ownTeams({ member, directory }: Asked) {
  const managed = managedTeamIds(member, directory);
  return directory.teams.filter(
    ({ id }) => member.role === 'admin' || (member.role === 'manager' && managed.includes(id)),
  );
}

import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { placeOn } from '../../src/people/belonging.ts';
import { changePerson, personStamp } from '../../src/people/change-person.ts';
import { daysOffFrom } from '../../src/people/day-spans.ts';
import { mayChange } from '../../src/people/may-change.ts';
import { type Asked, type Filled, type Form, type Reply, say } from '../../src/slack/command.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { peopleActions } from '../../src/slack/messages/people.ts';
import { personFaults, personFilled, personView } from '../../src/slack/modals/person.ts';

const ID = 'people.person';

/** *Edit* beside a person, with the fields that the one who pressed may change. */
export const personForm: Form = {
  id: ID,
  opener: peopleActions.edit,
  title: text('people.form.title'),
  async open(memberId, { directory, member, workspace, now }) {
    const today = localDay(now, workspace.zone).toString();
    const person = directory.members.find(({ id }) => id === memberId);
    if (!person) throw new Problem('people.nobody');
    const may = mayChange(member, memberId, directory, today);
    if (may.size === 0) throw new Problem('people.may_not', { name: person.name });
    const { job, team } = placeOn(memberId, directory, today);
    const whom = { memberId, today, stamp: personStamp(memberId, directory) };
    const daysOff = daysOffFrom(memberId, directory, today);
    const { teams, offices } = directory;
    return personView(ID, whom, { ...person, job, teamId: team?.id ?? null, daysOff, teams, offices }, may);
  },
  faults: personFaults,
  submit,
};

async function submit(filled: Filled, { db, workspace, directory, member, now }: Asked): Promise<Reply> {
  const { whom, role, officeId, teamId, job, since, daysOff } = personFilled(filled);
  const place = { ...(teamId === undefined ? {} : { teamId }), ...(job === undefined ? {} : { job }) };
  await changePerson(
    db,
    { ...whom, workspaceId: workspace.id, byId: member.id, today: localDay(now, workspace.zone).toString() },
    {
      ...(role ? { role } : {}),
      ...(officeId === undefined ? {} : { officeId }),
      ...(Object.keys(place).length > 0 ? { place: { ...place, since } } : {}),
      ...(daysOff ? { daysOff } : {}),
    },
  );
  const name = directory.members.find(({ id }) => id === whom.memberId)?.name ?? '';
  return { ...say(text('people.form.saved', { name: escaped(name) })), isDone: true };
}

import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { officeStamp, saveOffice } from '../../src/people/offices.ts';
import { type Form, say } from '../../src/slack/command.ts';
import { escaped } from '../../src/slack/messages/mrkdwn.ts';
import { NEW_OFFICE } from '../../src/slack/messages/offices.ts';
import { peopleActions } from '../../src/slack/messages/people.ts';
import { officeFaults, officeFilled, officeView } from '../../src/slack/modals/office.ts';

const ID = 'offices.office';

/** *Edit* beside an office, and *Add an office*, which starts with the workspace's own hours. */
export const officeForm: Form = {
  id: ID,
  opener: peopleActions.editOffice,
  title: text('offices.form.title'),
  async open(value, { directory, member, workspace }) {
    if (member.role !== 'admin') throw new Problem('people.may_not_offices');
    const id = value === NEW_OFFICE ? null : value;
    const office = directory.offices.find((each) => each.id === id) ?? { ...workspace, name: '' };
    return officeView(ID, { id, stamp: id === null ? '' : officeStamp(id, directory) }, office);
  },
  faults: officeFaults,
  async submit(filled, { db, workspace, member }) {
    const { which, office } = officeFilled(filled);
    await saveOffice(db, { ...which, workspaceId: workspace.id, byId: member.id }, office);
    return { ...say(text('offices.form.saved', { name: escaped(office.name) })), isDone: true };
  },
};

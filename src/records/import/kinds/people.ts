import { text } from '../../../language/text.ts';
import { membersBook, regionsBook, teamsBook } from '../books.ts';
import type { Field } from '../field.ts';
import { kind, type ReadRow } from '../kind.ts';
import { type PersonFacts, readPerson } from './person-facts.ts';
import { type Person, peopleChanges, writeDetails, writeManagers, writeMemberships } from './person-writes.ts';

const fields: readonly Field[] = [
  {
    name: 'name',
    reading: 'text',
    synonyms: [
      'sales_agent',
      'full_name',
      'employee',
      'employee_name',
      'rep',
      'sales_rep',
      'member',
      'agent',
      'person',
      'salesperson',
      'owner',
    ],
  },
  { name: 'email', reading: 'text', synonyms: ['email_address', 'e_mail', 'mail', 'work_email'] },
  { name: 'role', reading: 'text', synonyms: ['access', 'permission'] },
  { name: 'job', reading: 'text', synonyms: ['job_title', 'title', 'position'] },
  { name: 'team', reading: 'text', synonyms: ['team_name', 'department', 'group'] },
  {
    name: 'manager',
    reading: 'text',
    synonyms: ['manager_name', 'reports_to', 'supervisor', 'team_lead', 'team_leader'],
  },
  { name: 'region', reading: 'text', synonyms: ['regional_office', 'sales_region', 'territory'] },
  { name: 'starts', reading: 'date', synonyms: ['starts_on', 'start_date', 'since', 'from', 'hire_date', 'joined'] },
  { name: 'ends', reading: 'date', synonyms: ['ends_on', 'end_date', 'until', 'left', 'left_on'] },
];

/** Staff is few: a file is written as one, so that a person's spans and a manager's team meet whatever the order of rows. */
const WHOLE_FILE = 100_000;

export const people = kind<PersonFacts>({
  name: 'people',
  tables: ['members', 'memberships'],
  batch: WHOLE_FILE,
  required: [['name']],
  fields,
  async open(context) {
    const [members, teams, regions] = [
      await membersBook(context),
      await teamsBook(context),
      await regionsBook(context),
    ];

    const resolve = ({ row, facts }: ReadRow<PersonFacts>): Person & Pick<ReadRow<PersonFacts>, 'row'> => {
      const managerId = members.idOf(row, 'manager', facts.manager);
      const team = facts.team ?? (facts.manager && text('people.team_of', { manager: facts.manager }));
      return {
        row,
        facts,
        memberId: members.idOf(row, 'name', facts.name) ?? '',
        managerId,
        teamId: teams.idOf(row, 'team', team),
        regionId: regions.idOf(row, 'region', facts.region),
      };
    };

    return {
      read: readPerson,
      async write(rows) {
        const resolved = rows.map(resolve).filter(({ row }) => row.problems.length === 0);
        const listed = [...new Set(resolved.map(({ memberId }) => memberId))];
        const changes = await peopleChanges(context, listed);
        for (const book of [members, teams, regions]) await book.flush();
        await writeDetails(context, resolved);
        await writeMemberships(context, resolved);
        await writeManagers(context, resolved);
        return changes();
      },
    };
  },
});

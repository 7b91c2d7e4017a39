import { beforeEach, describe, expect, it } from 'vitest';
import { changePerson, personStamp } from '../../src/people/change-person.ts';
import { daysOffFrom } from '../../src/people/day-spans.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import { saveOffice } from '../../src/people/offices.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const today = '2026-03-18';
let workspaceId: string;
let ids: Record<'olga' | 'marta' | 'anna' | 'north' | 'south', string>;

beforeEach(async () => {
  workspaceId = (await db().workspace.create({ data: { name: 'Northwind' } })).id;
  const person = async (name: string, role: string) =>
    (await db().member.create({ data: { workspaceId, name, role, slackUserId: name } })).id;
  const [olga, marta, anna] = [
    await person('Olga', 'admin'),
    await person('Marta', 'manager'),
    await person('Anna', 'rep'),
  ];
  const team = async (name: string) => (await db().team.create({ data: { workspaceId, name, managerId: marta } })).id;
  ids = { olga, marta, anna, north: await team('North'), south: await team('South') };
  await db().membership.create({ data: { workspaceId, memberId: anna, teamId: ids.north, job: 'ae' } });
});

const change = (who: 'olga' | 'marta' | 'anna', by: 'olga' | 'marta' | 'anna', what: object, stamp?: string) =>
  changePerson(
    db(),
    { workspaceId, memberId: ids[who], byId: ids[by], today, ...(stamp === undefined ? {} : { stamp }) },
    what,
  );
const directory = () => loadDirectory(db(), workspaceId);
const spansOf = async (who: 'anna') =>
  (await directory()).memberships
    .filter(({ memberId }) => memberId === ids[who])
    .map(({ teamId, job, startsOn, endsOn }) => [teamId, job, startsOn, endsOn]);

describe('a change of a person', () => {
  it('to another team holds from its day on, and what was before and comes after stays', async () => {
    await change('anna', 'olga', { place: { teamId: ids.south, since: '2026-06-01' } });
    await change('anna', 'olga', { place: { job: 'bdm', since: '2026-04-01' } });
    expect(await spansOf('anna')).toEqual([
      [ids.north, 'ae', null, '2026-04-01'],
      [ids.north, 'bdm', '2026-04-01', '2026-06-01'],
      [ids.south, 'ae', '2026-06-01', null],
    ]);
  });

  it('gives somebody of whom nothing was known a place from its day on', async () => {
    await change('olga', 'olga', { place: { teamId: ids.south, job: 'manager', since: '2026-03-20' } });
    const spans = (await directory()).memberships.filter(({ memberId }) => memberId === ids.olga);
    expect(spans).toMatchObject([{ teamId: ids.south, job: 'manager', startsOn: '2026-03-20', endsOn: null }]);
  });

  it('notes days off that are over for nobody by themself, as they would lower the targets they had', async () => {
    const past = { first: '2026-02-02', last: '2026-02-27' };
    await expect(change('anna', 'anna', { moreDaysOff: [past] })).rejects.toThrow('people.past_days_off');
    await expect(change('anna', 'anna', { daysOff: [{ ...past, last: '2026-04-01' }] })).rejects.toThrow(
      'people.past_days_off',
    );
    await expect(change('marta', 'marta', { moreDaysOff: [past] })).rejects.toThrow('people.past_days_off');
    await change('anna', 'anna', { moreDaysOff: [{ first: today, last: '2026-03-19' }] });
    await change('anna', 'marta', { moreDaysOff: [{ first: '2026-03-16', last: '2026-03-17' }] });
    // A stretch under way may be told again with the days of it that are over.
    await change('anna', 'anna', { daysOff: [{ first: '2026-03-16', last: '2026-03-20' }] });
    expect((await directory()).daysOff).toEqual([{ memberId: ids.anna, startsOn: '2026-03-16', endsOn: '2026-03-21' }]);
  });

  it('puts days off in the place of those to come, and keeps those that were', async () => {
    await change('anna', 'marta', { moreDaysOff: [{ first: '2026-03-16', last: '2026-03-20' }] });
    await change('anna', 'marta', { daysOff: [{ first: '2026-04-06', last: '2026-04-06' }] });
    expect((await directory()).daysOff).toEqual([
      { memberId: ids.anna, startsOn: '2026-03-16', endsOn: '2026-03-18' },
      { memberId: ids.anna, startsOn: '2026-04-06', endsOn: '2026-04-07' },
    ]);
    expect(daysOffFrom(ids.anna, await directory(), today)).toEqual([{ first: '2026-04-06', last: '2026-04-06' }]);
  });

  it.for([
    ['anna', 'anna', { role: 'admin' }],
    ['anna', 'anna', { place: { job: 'bdm', since: today } }],
    ['marta', 'anna', { daysOff: [] }],
    ['anna', 'marta', { role: 'manager' }],
    ['anna', 'marta', { place: { teamId: null, since: today } }],
    ['anna', 'marta', { officeId: null }],
    ['olga', 'marta', { moreDaysOff: [] }],
  ] as const)('of %s by %s is refused where it is not theirs to make: %o', async ([who, by, what]) => {
    await expect(change(who, by, what)).rejects.toMatchObject({ code: 'people.may_not' });
  });

  it('by a manager changes their people’s job and days off', async () => {
    await change('anna', 'marta', { place: { job: 'bdm', since: today }, daysOff: [{ first: today, last: today }] });
    expect(await spansOf('anna')).toEqual([
      [ids.north, 'ae', null, today],
      [ids.north, 'bdm', today, null],
    ]);
  });

  it('takes no admin away who is the only one, also when two of them do it to each other at once', async () => {
    await expect(change('olga', 'olga', { role: 'rep' })).rejects.toMatchObject({ code: 'people.last_admin' });
    await change('marta', 'olga', { role: 'admin' });
    const both = await Promise.allSettled([
      change('olga', 'marta', { role: 'rep' }),
      change('marta', 'olga', { role: 'rep' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await directory()).members.filter(({ role }) => role === 'admin')).toHaveLength(1);
  });

  it('of what somebody else has changed meanwhile saves nothing, and of the rest nothing is in its way', async () => {
    const shown = personStamp(ids.anna, await directory());
    await change('marta', 'olga', { place: { teamId: ids.north, since: today } });
    await change('anna', 'olga', { place: { job: 'bdm', since: today } }, shown);
    const second = change('anna', 'marta', { daysOff: [{ first: today, last: today }] }, shown);
    await expect(second).rejects.toMatchObject({ code: 'people.changed_meanwhile' });
    expect((await directory()).daysOff).toEqual([]);
  });
});

it('an office has a name of its own', async () => {
  const hours = {
    ...{ name: 'Berlin', zone: 'Europe/Berlin', holidayCode: 'DE-BE', workingDays: [1, 2, 3, 4] },
    ...{ workdayStart: '08:00', workdayEnd: '17:30' },
  };
  const save = (byId: string, name: string) =>
    saveOffice(db(), { workspaceId, byId, id: null, stamp: '' }, { ...hours, name });
  await save(ids.olga, 'Berlin');
  await expect(save(ids.olga, 'berlin')).rejects.toMatchObject({ code: 'people.office_exists' });
  await expect(save(ids.marta, 'Oslo')).rejects.toMatchObject({ code: 'people.may_not_offices' });
  expect((await directory()).offices).toMatchObject([hours]);
});

import { expect, it } from 'vitest';
import { loadDirectory } from '../../src/people/directory.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();

it("holds every name of the workspace and none of another's", async () => {
  const { id: workspaceId } = await db().workspace.create({ data: { name: 'Northwind' } });
  const { id: elsewhere } = await db().workspace.create({ data: { name: 'Elsewhere' } });
  await db().member.create({ data: { workspaceId: elsewhere, name: 'Zoe' } });
  const ben = await db().member.create({ data: { workspaceId, name: 'Ben', role: 'manager', slackUserId: 'U2' } });
  const anna = await db().member.create({ data: { workspaceId, name: 'Anna' } });
  const team = await db().team.create({ data: { workspaceId, name: 'North', managerId: ben.id } });
  const region = await db().region.create({ data: { workspaceId, name: 'Central' } });
  const belongs = { workspaceId, memberId: anna.id, teamId: team.id };
  await db().membership.createMany({
    data: [
      { ...belongs, job: 'ae', startsOn: new Date('2026-03-01') },
      { ...belongs, regionId: region.id, endsOn: new Date('2026-03-01') },
    ],
  });
  await db().stage.createMany({
    data: [
      { workspaceId, name: 'Discovery', position: 2 },
      { workspaceId, name: 'Qualified', position: 1 },
    ],
  });

  const directory = await loadDirectory(db(), workspaceId);
  expect(directory.members.map(({ name, role, slackUserId }) => [name, role, slackUserId])).toEqual([
    ['Anna', 'rep', null],
    ['Ben', 'manager', 'U2'],
  ]);
  expect(directory.teams).toEqual([{ id: team.id, name: 'North', managerId: ben.id }]);
  expect(directory.memberships).toEqual([
    { memberId: anna.id, teamId: team.id, regionId: region.id, job: null, startsOn: null, endsOn: '2026-03-01' },
    { memberId: anna.id, teamId: team.id, regionId: null, job: 'ae', startsOn: '2026-03-01', endsOn: null },
  ]);
  expect(directory.regions).toEqual([{ id: region.id, name: 'Central', parentId: null }]);
  expect(directory.stages.map(({ name }) => name)).toEqual(['Qualified', 'Discovery']);
});

it('can be of a few people alone, with all who lead or manage others', async () => {
  const { id: workspaceId } = await db().workspace.create({ data: { name: 'Crowd' } });
  const [, ben, cleo] = await db().member.createManyAndReturn({
    data: ['Anna', 'Ben', 'Cleo', 'Dora'].map((name) => ({
      workspaceId,
      name,
      role: name === 'Dora' ? 'admin' : 'rep',
    })),
  });
  const { id: teamId } = await db().team.create({ data: { workspaceId, name: 'North', managerId: cleo!.id } });
  const all = await db().member.findMany({ where: { workspaceId } });
  await db().membership.createMany({ data: all.map(({ id: memberId }) => ({ workspaceId, memberId, teamId })) });
  const day = new Date('2026-03-18');
  await db().specialDay.createMany({
    data: all.map(({ id: memberId }) => ({ workspaceId, memberId, day, works: false })),
  });

  const directory = await loadDirectory(db(), workspaceId, [ben!.id]);
  expect(directory.members.map(({ name }) => name)).toEqual(['Ben', 'Cleo', 'Dora']);
  const found = directory.members.map(({ id }) => id).sort();
  expect(directory.memberships.map(({ memberId }) => memberId).sort()).toEqual(found);
  expect(directory.daysOff.map(({ memberId }) => memberId).sort()).toEqual(found);
});

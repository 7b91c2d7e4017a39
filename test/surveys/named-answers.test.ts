import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { loadDirectory } from '../../src/people/directory.ts';
import { closeRounds } from '../../src/surveys/close.ts';
import { answersForOwner, answersOf, keepNamed } from '../../src/surveys/named-answers.ts';
import { publishedOf, readableComments } from '../../src/surveys/results.ts';
import { findRound } from '../../src/surveys/rounds.ts';
import { useDatabase } from '../support/database.ts';
import { storeFacts } from '../support/store-facts.ts';
import { begin } from './begin.ts';

const db = useDatabase();
const opened = Temporal.Instant.from('2026-03-02T08:00:00Z');
const names = Array.from({ length: 10 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);

/** A confidential round of two teams of five that has closed. Its owner is P01. */
async function held({ answering = names }: { answering?: readonly string[] } = {}) {
  const { workspace, id } = await storeFacts(db(), {
    people: Object.fromEntries(names.map((name) => [name, {}])),
    belongs: names.map((who, index) => ({ who, team: index < 5 ? 'North' : 'South' })),
  });
  const memberOf = (name: string) => id('member', name);
  const invited = names.map((name, index) => ({
    memberId: memberOf(name),
    teamId: id('team', index < 5 ? 'North' : 'South'),
  }));
  const about = { workspaceId: workspace.id, instrument: 'pulse', teamId: null, howMany: 1, invited } as const;
  const round = await begin(db(), { ...about, mode: 'confidential', ownerId: memberOf('P01') }, opened);
  const [question] = round.questions;
  for (const name of answering)
    await keepNamed(db(), round, memberOf(name), { scores: { [question!.id]: 4 }, comment: `of ${name}` });
  const close = async () => {
    await closeRounds(db(), round.closesAt);
    return (await findRound(db(), workspace.id, round.id))!;
  };
  const read = async (name: string, now = round.closesAt) => {
    const own = (await findRound(db(), workspace.id, round.id))!;
    const directory = await loadDirectory(db(), workspace.id);
    const { shown, hidden } = await answersForOwner(db(), own, memberOf(name), { directory, workspace, now });
    return { people: shown.map(({ memberId }) => memberId).sort(), hidden };
  };
  const leads = (name: string, team: string) =>
    db().team.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: id('team', team) } },
      data: { managerId: memberOf(name) },
    });
  return { workspace, round, close, read, leads, memberOf };
}

it('its owner reads the answers when it has closed, and nobody else ever does', async () => {
  const { read, close, memberOf } = await held();
  expect(await read('P01')).toEqual({ people: [], hidden: 0 });
  await close();
  expect(await read('P01')).toEqual({ people: names.map(memberOf).sort(), hidden: 0 });
  expect(await read('P02')).toEqual({ people: [], hidden: 0 });
});

it('whom the owner leads is counted and not shown, also who left for another team since', async () => {
  const { read, close, leads, memberOf, workspace } = await held();
  await close();
  await leads('P01', 'North');
  // Their own they may read.
  const others = ['P01', ...names.slice(5)].map(memberOf).sort();
  expect(await read('P01')).toEqual({ people: others, hidden: 4 });
  await db().membership.updateMany({
    where: { workspaceId: workspace.id, memberId: memberOf('P03') },
    data: { endsOn: new Date('2026-03-05') },
  });
  expect(await read('P01')).toEqual({ people: others, hidden: 4 });
});

it('where the owner leads few of a group, nobody of it is shown: theirs would be what results say beyond that', async () => {
  const { read, close, memberOf, workspace } = await held();
  await db().membership.updateMany({
    where: { workspaceId: workspace.id, memberId: { in: ['P07', 'P08'].map(memberOf) } },
    data: { endsOn: new Date('2026-03-01') },
  });
  const { id } = await db().team.create({
    data: { workspaceId: workspace.id, name: 'East', managerId: memberOf('P01') },
  });
  await db().membership.createMany({
    data: ['P07', 'P08'].map((name) => ({
      workspaceId: workspace.id,
      memberId: memberOf(name),
      teamId: id,
      startsOn: new Date('2026-03-01'),
    })),
  });
  await close();
  expect(await read('P01')).toEqual({ people: names.slice(0, 5).map(memberOf).sort(), hidden: 5 });
});

it('results are made of the same groups as those of an anonymous round, and have no comments', async () => {
  const { close, workspace } = await held({ answering: names.slice(0, 7) });
  const round = await close();
  expect(await publishedOf(db(), round, null)).toMatchObject({ answers: 7, invited: 10, score: 75 });
  // Two of South are too few, and North beside them would tell what they said.
  const teams = await db().pulseResult.count({ where: { workspaceId: workspace.id, teamId: { not: null } } });
  expect(teams).toBe(0);
  expect(await readableComments(db(), round, null)).toEqual([]);
});

it('an answer changes until the round closes, and stays after it', async () => {
  const { round, close, memberOf, workspace } = await held({ answering: ['P02'] });
  const [question] = round.questions;
  await keepNamed(db(), round, memberOf('P02'), { scores: { [question!.id]: 1 } });
  await keepNamed(db(), round, memberOf('P02'), { comment: '' });
  await close();
  await expect(keepNamed(db(), round, memberOf('P02'), { comment: 'late' })).rejects.toMatchObject({
    code: 'pulse.closed',
  });
  const [own] = await answersOf(db(), workspace.id, memberOf('P02'));
  expect(own).toMatchObject({ answer: { scores: { [question!.id]: 1 }, comment: null }, round: { id: round.id } });
  expect(await answersOf(db(), workspace.id, memberOf('P03'))).toEqual([]);
});

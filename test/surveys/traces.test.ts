// What PostgreSQL and the queue keep beside the answers, and what they must not.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { forgetReminders } from '../../src/surveys/close.ts';
import { isReadByOwner } from '../../src/surveys/named-answers.ts';
import { invitationsOf, type NewRound, startRound } from '../../src/surveys/rounds.ts';
import { openOffice } from '../commands/office.ts';
import { useDatabase } from '../support/database.ts';
import { begin } from './begin.ts';

const db = useDatabase();
const at = Temporal.Instant.from('2026-03-18T11:00:00Z');

test('the planner takes no samples of what people said', async () => {
  const { workspaceId, invited } = await office();
  const round = await begin(db(), { workspaceId, instrument: 'pulse', teamId: null, howMany: 1, invited }, at);
  for (const { teamId } of invited)
    await keepAnswer(db(), round, {
      token: newToken(),
      teamId,
      scores: { [round.questions[0]!.id]: 4 },
      comment: 'too much',
    });
  await db().$executeRawUnsafe('ANALYZE pulse_answers, pulse_texts, pulse_replies');
  const kept = await db().$queryRaw<{ attname: string }[]>`
    SELECT attname::text FROM pg_stats WHERE tablename IN ('pulse_answers', 'pulse_texts', 'pulse_replies')`;
  const names = kept.map(({ attname }) => attname);
  expect(names).toContain('round_id');
  expect(names.filter((name) => !['workspace_id', 'round_id'].includes(name))).toEqual([]);
});

test('whose reminder has gone leaves no other trace than whose was not needed', async () => {
  const { workspaceId, invited } = await office();
  await begin(db(), { workspaceId, instrument: 'enps', teamId: null, howMany: 1, invited }, at);
  const [reminded, spared] = invited.map(({ memberId }) => memberId);
  const members = () => db().$queryRaw<{ id: string; xmax: string }[]>`
    SELECT id::text, xmax::text FROM members WHERE workspace_id = ${workspaceId}::uuid AND id::text = ANY(${[reminded, spared]})`;
  await db().delivery.createMany({
    data: [reminded!, spared!].map((memberId, index) => ({
      ...{ workspaceId, cause: `reminder ${index}`, recipient: `U${index}`, memberId, dueAt: new Date(), priority: 1 },
      ...{ content: { kind: 'pulse_reminder' }, state: index === 0 ? 'sent' : 'skipped' },
    })),
  });
  await db().$executeRaw`SELECT FROM members WHERE id = ${reminded}::uuid FOR NO KEY UPDATE`;
  const freeAt = new Date(Date.now() - 1000);
  await db().sendLimit.create({ data: { workspaceId, bucket: 'channel U0', freeAt } });
  const before = await members();
  expect(new Set(before.map(({ xmax }) => xmax)).size).toBe(2);

  await forgetReminders(db());
  expect(new Set((await members()).map(({ xmax }) => xmax)).size).toBe(1);
  expect(await db().sendLimit.count({ where: { bucket: 'channel U0' } })).toBe(0);
  expect(
    await db().delivery.count({ where: { workspaceId, content: { path: ['kind'], equals: 'pulse_reminder' } } }),
  ).toBe(0);
});

test('for a quarter the same is asked of nobody by another survey or as one of another audience: the difference would tell of a few', async () => {
  const { workspaceId, invited } = await office();
  const more = await db().member.createManyAndReturn({
    data: Array.from({ length: 13 }, (_, index) => ({ workspaceId, name: `More ${index}` })),
  });
  const all = [...invited, ...more.map(({ id: memberId }) => ({ memberId, teamId: null }))];
  const scheduleId = crypto.randomUUID();
  const everyone = { teamId: null, role: null, oneIn: 1, scheduleId };
  const asks = (of: typeof all, day: string, asked: Partial<NewRound> = {}) => {
    const opens = Temporal.Instant.from(`${day}T09:00:00Z`);
    const wanted = { ...everyone, workspaceId, instrument: 'enps' as const, howMany: 1, invited: of, ...asked };
    return startRound(db(), { ...wanted, closesAt: opens.add({ hours: 48 }) }, opens);
  };
  const another = { scheduleId: crypto.randomUUID() };
  const teamId = crypto.randomUUID();
  const waits = { why: 'too_alike', until: '2026-04-06' };
  expect(await asks(all.slice(0, 13), '2026-01-05')).toMatchObject({ instrument: 'enps' });
  // All but one; two parts that are all but one; none but a few of them.
  expect(await asks(all.slice(1, 13), '2026-01-27', another)).toEqual(waits);
  expect(await asks(all.slice(0, 6), '2026-01-27', { ...another, teamId })).toEqual(waits);
  expect(await asks(all.slice(12), '2026-01-27', another)).toEqual(waits);
  // The same survey, changed.
  for (const changed of [{ role: 'reps' }, { teamId }, { oneIn: 2 }] as const)
    expect(await asks(all.slice(0, 12), '2026-01-27', changed)).toEqual(waits);
  // Who was not asked can be, and a round of the same survey and audience asks all anew.
  expect(await asks(all.slice(13), '2026-01-27', another)).toMatchObject({ instrument: 'enps' });
  expect(await asks(all.slice(0, 12), '2026-01-29')).toMatchObject({ instrument: 'enps' });
  expect(await asks(all.slice(0, 13), '2026-04-06', { ...another, role: 'reps' })).toEqual({
    ...waits,
    until: '2026-04-30',
  });
  expect(await asks(all.slice(0, 13), '2026-04-30', { ...another, role: 'reps' })).toMatchObject({ role: 'reps' });
});

test('a sample is counted without teams: those of two draws may be nearly the same people', async () => {
  const { workspaceId, invited } = await office();
  const team = await db().team.create({ data: { workspaceId, name: 'Wide' } });
  const more = await db().member.createManyAndReturn({
    data: Array.from({ length: 15 }, (_, index) => ({ workspaceId, name: `More ${index}` })),
  });
  const all = [...invited, ...more.map(({ id: memberId }) => ({ memberId, teamId: null }))];
  const inTeam = all.map(({ memberId }) => ({ memberId, teamId: team.id }));
  const asked = { workspaceId, instrument: 'enps', teamId: null, howMany: 1, invited: inTeam } as const;
  const round = await begin(db(), { ...asked, oneIn: 2 }, at);
  const teamIds = (await invitationsOf(db(), round)).map(({ teamId }) => teamId);
  expect(teamIds).toEqual(Array(10).fill(null));
});

test('who was promised that the owner of a survey does not read them keeps it when another one leads them', async () => {
  const { workspaceId, invited, id, asked } = await office();
  const confidential = { mode: 'confidential', ownerId: id('Maria') } as const;
  const round = await begin(
    db(),
    { workspaceId, instrument: 'enps', teamId: null, howMany: 1, invited, ...confidential },
    at,
  );
  expect([...round.unread].sort()).toEqual([id('Anna'), id('Ben')].sort());
  await db().team.updateMany({ where: { workspaceId }, data: { managerId: id('Olga') } });
  const { directory } = await asked('Maria');
  const reads = (name: string) => isReadByOwner(round, id(name), directory, 'Europe/Berlin', at.add({ hours: 48 }));
  expect([reads('Anna'), reads('Ben'), reads('Carl')]).toEqual([false, false, true]);
});

/** Five people who can be asked. */
async function office() {
  const { asked, id } = await openOffice(db());
  const { workspace } = await asked('Olga');
  const invited = ['Anna', 'Ben', 'Carl', 'Maria', 'Olga'].map((name) => ({ memberId: id(name), teamId: null }));
  return { workspaceId: workspace.id, invited, id, asked };
}

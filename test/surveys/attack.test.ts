// Somebody has the whole database of a round, and wants to know who said what.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { answerBy, keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { closeRounds } from '../../src/surveys/close.ts';
import { createParticipation } from '../../src/surveys/participation.ts';
import { startRound } from '../../src/surveys/rounds.ts';
import { useDatabase } from '../support/database.ts';
import { storeFacts } from '../support/store-facts.ts';

const db = useDatabase();
const opened = Temporal.Instant.from('2026-03-02T08:00:00Z');
const names = Array.from({ length: 12 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);

/** In random order twelve people answer, each two questions, and some write; who wrote what is returned, as only they know. */
async function hold(database: Database) {
  const { workspace, id } = await storeFacts(database, {
    people: Object.fromEntries(names.map((name) => [name, {}])),
    belongs: names.map((who, index) => ({ who, team: index < 6 ? 'North' : 'South' })),
  });
  const members = names.map((name) => id('member', name));
  const round = await startRound(
    database,
    {
      ...{
        workspaceId: workspace.id,
        scheduleId: crypto.randomUUID(),
        instrument: 'pulse',
        teamId: null,
        howMany: 2,
        openDays: 5,
      },
      invited: members.map((memberId, index) => ({ memberId, teamId: id('team', index < 6 ? 'North' : 'South') })),
    },
    opened,
  );
  const participation = createParticipation(database);
  const order = shuffled(members);
  const tokens = new Map<string, string>();
  for (const memberId of order) {
    const token = newToken();
    tokens.set(memberId, token);
    const { teamId } = await database.pulseInvitation.findFirstOrThrow({ where: { roundId: round.id, memberId } });
    for (const { id: question } of round.questions) {
      await keepAnswer(database, round, { token, teamId, scores: { [question]: 1 + Math.floor(Math.random() * 5) } });
    }
    await keepAnswer(database, round, { token, teamId, comment: `words of ${token}` });
    await participation.done(round, memberId);
  }
  const invited = await database.pulseInvitation.findMany({ where: { roundId: round.id } });
  const teams = new Map(invited.map(({ memberId, teamId }) => [memberId, teamId ?? '']));
  return { round, order, members, tokens, teams, workspace };
}

type Held = Awaited<ReturnType<typeof hold>>;

const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((each) => ({ each, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);

/** All that the database says of where and when each row was written. */
const traces = (database: Database, roundId: string) =>
  Promise.all([
    database.$queryRaw<{ comment: string; teamId: string; xmin: string }[]>`
      SELECT comment, team_id AS "teamId", xmin::text FROM pulse_answers WHERE round_id = ${roundId}::uuid ORDER BY ctid`,
    database.$queryRaw<{ memberId: string; teamId: string; xmin: string }[]>`
      SELECT member_id AS "memberId", team_id AS "teamId", xmin::text FROM pulse_invitations
      WHERE round_id = ${roundId}::uuid ORDER BY xmin::text::bigint, ctid`,
  ]);

interface Trace {
  comment: string;
  teamId: string;
}

/** How often the n-th of a team's people in a guessed order wrote the n-th of its answers. */
function hits(
  guess: readonly string[],
  answers: readonly Trace[],
  { tokens, teams }: Pick<Held, 'tokens' | 'teams'>,
): number {
  return [...new Set(teams.values())].reduce((sum, teamId) => {
    const people = guess.filter((memberId) => teams.get(memberId) === teamId);
    const words = answers.filter((each) => each.teamId === teamId);
    return sum + words.filter(({ comment }, index) => comment === `words of ${tokens.get(people[index] ?? '')}`).length;
  }, 0);
}

it('an attacker who knows the order in which people answered is no better than one who guesses within a team', {
  timeout: 120_000,
}, async () => {
  const rounds = 30;
  let right = 0;
  for (let round = 0; round < rounds; round++) {
    const held = await hold(db());
    const { order, tokens, teams } = held;
    const [answers, invitations] = await traces(db(), held.round.id);
    expect(new Set(answers.map(({ xmin }) => xmin)).size).toBe(1);
    right +=
      hits(order, answers, held) +
      hits(
        invitations.map(({ memberId }) => memberId),
        answers,
        held,
      );
    // Had the answers stayed in the order in which they came, it would be all twelve.
    const asTheyCame = order.map((memberId) => ({
      comment: `words of ${tokens.get(memberId)}`,
      teamId: teams.get(memberId) ?? '',
    }));
    expect(hits(order, asTheyCame, held)).toBe(names.length);
  }
  // Two guesses at twelve answers each, one in six right by chance: 120 in 30 rounds, with a standard deviation of about 12.
  expect(right).toBeGreaterThan(120 - 60);
  expect(right).toBeLessThan(120 + 60);
});

it('in no table is there a way from an answer to a person, by name, number or time', { timeout: 60_000 }, async () => {
  const { round, members, tokens, workspace } = await hold(db());
  const tables = await db().$queryRaw<{ name: string; columns: string[] }[]>`
    SELECT table_name AS name, array_agg(column_name::text) AS columns FROM information_schema.columns
    WHERE table_schema = 'public' GROUP BY table_name`;
  expect(tables.find(({ name }) => name === 'pulse_answers')?.columns.sort()).toEqual([
    ...['comment', 'round_id', 'scores', 'team_id', 'token', 'workspace_id'],
  ]);
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`);
    for (const { row } of rows) {
      const people = members.filter((memberId) => row.includes(memberId));
      const answers = [...tokens.values()].filter((token) => row.includes(token) && name !== 'pulse_answers');
      expect(answers, `a token in ${name}`).toEqual([]);
      if (name === 'pulse_answers') expect(people, 'a person in an answer').toEqual([]);
    }
  }
  for (const [memberId, token] of tokens) {
    const own = await answerBy(db(), round, token);
    expect(Object.keys(own.scores), memberId).toHaveLength(2);
  }

  await closeRounds(db(), round.closesAt);
  const left = await db().pulseAnswer.findMany({ where: { workspaceId: workspace.id, roundId: round.id } });
  expect(left).toHaveLength(12);
  // Six of a team are fewer than comments are read of: they are everybody's.
  expect(left.every(({ scores, teamId }) => JSON.stringify(scores) === '{}' && teamId === null)).toBe(true);
});

it('who is done is noted for five at a time, and forgotten at the end', async () => {
  const { round } = await hold(db());
  const done = () => db().pulseInvitation.count({ where: { roundId: round.id, isDone: true } });
  // Of twelve, ten; the last two wait for more, or for a reminder.
  expect(await done()).toBe(10);
  await closeRounds(db(), round.closesAt);
  expect(await done()).toBe(0);
});

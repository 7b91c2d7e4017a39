// Somebody has the whole database of a round, and wants to know who said what.
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { answerBy, keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { closeRounds } from '../../src/surveys/close.ts';
import { readOwnQuestions } from '../../src/surveys/own-questions.ts';
import type { NewRound } from '../../src/surveys/rounds.ts';
import { useDatabase } from '../support/database.ts';
import { begin } from './begin.ts';
import { everything } from './everything.ts';
import { twelve } from './twelve.ts';

const db = useDatabase();
const opened = Temporal.Instant.from('2026-03-02T08:00:00Z');

const own = readOwnQuestions(
  'Where do you like to work? (office | home)\nHow was it? (1-5)\nWhat helps?\nWhat hinders?',
);
const asksOwn = { instrument: 'own', own } as const;
/** What a person writes to a question that asks for words. */
const written = (question: string, token: string) => `${question} by ${token}`;

/** In random order some of twelve people answer, each all questions, and write; who wrote what is returned, as only they know. */
async function hold(
  database: Database,
  howMany = 12,
  asks: Pick<NewRound, 'instrument' | 'own'> = { instrument: 'pulse' },
) {
  const { workspaceId, members, invited, teams } = await twelve(database);
  const round = await begin(database, { ...asks, workspaceId, teamId: null, howMany: 2, invited }, opened);
  const order = shuffled(members).slice(0, howMany);
  const tokens = new Map<string, string>();
  for (const memberId of order) {
    const token = newToken();
    tokens.set(memberId, token);
    const teamId = teams.get(memberId) ?? null;
    for (const { id: question, kind } of round.questions) {
      const places = kind === 'choice' ? [0, 1] : [1, 2, 3, 4, 5];
      const score = places[Math.floor(Math.random() * places.length)] ?? 0;
      const said =
        kind === 'text' ? { texts: { [question]: written(question, token) } } : { scores: { [question]: score } };
      await keepAnswer(database, round, { token, teamId, ...said });
    }
    await keepAnswer(database, round, { token, teamId, comment: `words of ${token}` });
  }
  return { round, order, members, tokens, teams, workspaceId };
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
    database.$queryRaw<{ memberId: string }[]>`
      SELECT member_id AS "memberId" FROM pulse_invitations WHERE round_id = ${roundId}::uuid ORDER BY xmin::text::bigint, ctid`,
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
  timeout: 300_000,
}, async () => {
  const rounds = 30;
  let right = 0;
  let afterwards = 0;
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
    expect(hits(order, asTheyCame, held)).toBe(12);

    await closeRounds(db(), held.round.closesAt);
    const [comments] = await traces(db(), held.round.id);
    expect(comments).toHaveLength(12);
    expect(new Set(comments.map(({ xmin }) => xmin)).size).toBe(1);
    // Of no team are told so few of its comments.
    const guessed = (guess: readonly string[]) =>
      comments.filter(({ comment }, index) => comment === `words of ${tokens.get(guess[index] ?? '')}`).length;
    afterwards += guessed(order) + guessed(invitations.map(({ memberId }) => memberId));
  }
  // Two guesses at twelve answers each, one in six right by chance: 120 in 30 rounds, with a standard deviation of about 12.
  expect(right).toBeGreaterThan(120 - 60);
  expect(right).toBeLessThan(120 + 60);
  // When it has closed one in twelve: 60, with a standard deviation of about 8.
  expect(afterwards).toBeGreaterThan(60 - 40);
  expect(afterwards).toBeLessThan(60 + 40);
});

it('of a round in which few have answered yet it tells no more', { timeout: 300_000 }, async () => {
  let right = 0;
  let all = 0;
  for (let round = 0; round < 60; round++) {
    const held = await hold(db(), 1 + (round % 6));
    const [answers, invitations] = await traces(db(), held.round.id);
    right += hits(
      invitations.map(({ memberId }) => memberId),
      answers,
      held,
    );
    all += answers.length;
  }
  // 210 answers, one in six right by chance: 35, with a standard deviation of about 5.4.
  expect(all).toBe(210);
  expect(right).toBeLessThan(35 + 27);
});

it('two texts of one person lie in no order that holds them together, or tells when they were written', {
  timeout: 300_000,
}, async () => {
  const rounds = 8;
  let [together, asTheyCame] = [0, 0];
  for (let index = 0; index < rounds; index++) {
    const { round, order, tokens } = await hold(db(), 12, asksOwn);
    await closeRounds(db(), round.closesAt);
    const rows = await db().$queryRaw<{ question: string; words: string; xmin: string }[]>`
      SELECT question, words, xmin::text FROM pulse_texts WHERE round_id = ${round.id}::uuid ORDER BY ctid`;
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
    const [helps = [], hinders = []] = [own[2], own[3]].map((question) =>
      rows.filter((row) => row.question === question?.id).map(({ words }) => words.split(' by ')[1]),
    );
    expect([helps.length, hinders.length]).toEqual([12, 12]);
    together += helps.filter((token, place) => token === hinders[place]).length;
    asTheyCame += helps.filter((token, place) => token === tokens.get(order[place] ?? '')).length;
  }
  // Each one in twelve right by chance: 8 in 8 rounds, with a standard deviation of about 2.8; in order it would be 96.
  expect(together).toBeLessThan(8 + 17);
  expect(asTheyCame).toBeLessThan(8 + 17);
});

it.each([
  ['a pulse', undefined],
  ['own questions', asksOwn],
])(
  'in no table is there a way from an answer to a person, by name, number or time: %s',
  {
    timeout: 60_000,
  },
  async (_, asks) => {
    const { round, members, tokens, workspaceId } = await hold(db(), 12, asks);
    const rows = await everything(db());
    const kept = rows.filter(({ table }) => table === 'pulse_answers').map(({ row }) => row);
    expect(Object.keys(JSON.parse(kept[0]!)).sort()).toEqual([
      ...['comment', 'comment_key', 'round_id', 'scores', 'team_id', 'text_keys', 'texts', 'token', 'workspace_id'],
    ]);
    for (const { table, row } of rows) {
      const answers = [...tokens.values()].filter((token) => row.includes(token) && table !== 'pulse_answers');
      expect(answers, `a token in ${table}`).toEqual([]);
      expect(row.includes('is_done'), `whether somebody has answered in ${table}`).toBe(false);
    }
    const named = kept.filter((row) => members.some((memberId) => row.includes(memberId)));
    expect(named, 'a person in an answer').toEqual([]);
    for (const [memberId, token] of tokens) {
      const answer = await answerBy(db(), round, token);
      expect(Object.keys(answer.scores), memberId).toHaveLength(2);
    }

    await closeRounds(db(), round.closesAt);
    const left = await db().pulseAnswer.findMany({ where: { workspaceId, roundId: round.id } });
    expect(left).toHaveLength(12);
    expect(left.every(({ texts }) => JSON.stringify(texts) === '{}')).toBe(true);
    const texts = await db().pulseText.findMany({ where: { workspaceId, roundId: round.id } });
    expect(texts).toHaveLength(asks ? 24 : 0);
    expect(texts.every(({ teamId }) => teamId === null)).toBe(true);
    // Six of a team are fewer than comments are read of: they are everybody's.
    expect(left.every(({ scores, teamId }) => JSON.stringify(scores) === '{}' && teamId === null)).toBe(true);
  },
);

it('when it has closed the single answers are gone from the table’s file, too, whoever else looks at the database', async () => {
  const { round, tokens } = await hold(db(), 12, asksOwn);
  const file = async () => {
    await db().$executeRawUnsafe('CHECKPOINT');
    const [row] = await db().$queryRaw<{ bytes: string }[]>`
      SELECT encode(pg_read_binary_file(pg_relation_filepath('pulse_answers')), 'escape') AS bytes`;
    return row?.bytes ?? '';
  };
  const [question] = round.questions;
  const words = written(own[2]!.id, [...tokens.values()][0]!);
  const before = await file();
  expect([before.includes(question!.id), before.includes(words)]).toEqual([true, true]);
  // A transaction that began before keeps deleted rows from being cleared away.
  const looking = { isolationLevel: 'RepeatableRead', timeout: 20_000 } as const;
  await db().$transaction(async (other) => {
    await other.$queryRaw`SELECT count(*) FROM members`;
    await closeRounds(db(), round.closesAt);
  }, looking);
  const left = await file();
  expect([left.includes(question!.id), left.includes(words)]).toEqual([false, false]);
  const kept = (await db().pulseAnswer.findMany({ where: { roundId: round.id } })).map(({ token }) => token);
  const keys = [...tokens.values()].map((token) => createHash('sha256').update(token).digest('base64url'));
  // A comment stays, under a key that does not lead to what the answer was filed under.
  expect(kept).toHaveLength(12);
  expect(kept.filter((token) => keys.includes(token))).toEqual([]);
  expect(keys.filter((token) => left.includes(token))).toEqual([]);
});

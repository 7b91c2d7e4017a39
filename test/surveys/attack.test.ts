// Somebody has the whole database of a round, and wants to know who said what.
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { answerBy, keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { closeRounds } from '../../src/surveys/close.ts';
import { readOwnQuestions } from '../../src/surveys/own-questions.ts';
import { type NewRound, startRound } from '../../src/surveys/rounds.ts';
import { useDatabase } from '../support/database.ts';
import { storeFacts } from '../support/store-facts.ts';
import { begin } from './begin.ts';
import { everything } from './everything.ts';

const db = useDatabase();
const opened = Temporal.Instant.from('2026-03-02T08:00:00Z');
const names = Array.from({ length: 12 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);

const own = readOwnQuestions(
  'Where do you like to work? (office | home)\nHow was it? (1-5)\nWhat helps?\nWhat hinders?',
);
const asksOwn = { instrument: 'own', own } as const;
/** What a person writes to a question that asks for words. */
const written = (question: string, token: string) => `${question} by ${token}`;

/** In random order some of twelve people answer, each all questions, and write; who wrote what is returned, as only they know. */
async function hold(
  database: Database,
  howMany = names.length,
  asks: Pick<NewRound, 'instrument' | 'own'> = { instrument: 'pulse' },
) {
  const { workspace, id } = await storeFacts(database, {
    people: Object.fromEntries(names.map((name) => [name, {}])),
    belongs: names.map((who, index) => ({ who, team: index < 6 ? 'North' : 'South' })),
  });
  const members = names.map((name) => id('member', name));
  const invited = members.map((memberId, index) => ({ memberId, teamId: id('team', index < 6 ? 'North' : 'South') }));
  const about = { ...asks, workspaceId: workspace.id, teamId: null, howMany: 2, invited };
  const round = await begin(database, about, opened);
  const order = shuffled(members).slice(0, howMany);
  const teams = new Map(invited.map(({ memberId, teamId }) => [memberId, teamId]));
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
    expect(hits(order, asTheyCame, held)).toBe(names.length);

    await closeRounds(db(), held.round.closesAt);
    const [comments] = await traces(db(), held.round.id);
    expect(comments).toHaveLength(names.length);
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
    const { round, order, tokens } = await hold(db(), names.length, asksOwn);
    await closeRounds(db(), round.closesAt);
    const rows = await db().$queryRaw<{ question: string; words: string; xmin: string }[]>`
      SELECT question, words, xmin::text FROM pulse_texts WHERE round_id = ${round.id}::uuid ORDER BY ctid`;
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
    const [helps = [], hinders = []] = [own[2], own[3]].map((question) =>
      rows.filter((row) => row.question === question?.id).map(({ words }) => words.split(' by ')[1]),
    );
    expect([helps.length, hinders.length]).toEqual([names.length, names.length]);
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
    const { round, members, tokens, workspace } = await hold(db(), names.length, asks);
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
    const left = await db().pulseAnswer.findMany({ where: { workspaceId: workspace.id, roundId: round.id } });
    expect(left).toHaveLength(12);
    expect(left.every(({ texts }) => JSON.stringify(texts) === '{}')).toBe(true);
    const texts = await db().pulseText.findMany({ where: { workspaceId: workspace.id, roundId: round.id } });
    expect(texts).toHaveLength(asks ? 24 : 0);
    expect(texts.every(({ teamId }) => teamId === null)).toBe(true);
    // Six of a team are fewer than comments are read of: they are everybody's.
    expect(left.every(({ scores, teamId }) => JSON.stringify(scores) === '{}' && teamId === null)).toBe(true);
  },
);

it('when it has closed the single answers are gone from the table’s file, too, whoever else looks at the database', async () => {
  const { round, tokens } = await hold(db(), names.length, asksOwn);
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

it('hundreds of presses at once are written together, and none is lost', { timeout: 60_000 }, async () => {
  const { round, teams } = await hold(db(), 0);
  const [question] = round.questions;
  const teamId = [...teams.values()][0] ?? null;
  const tokens = Array.from({ length: 300 }, newToken);
  await Promise.all(
    tokens.flatMap((token, index) => [
      keepAnswer(db(), round, { token, teamId, scores: { [question!.id]: 1 } }),
      keepAnswer(db(), round, { token, teamId, scores: { [question!.id]: 1 + (index % 5) } }),
    ]),
  );
  for (const [index, token] of tokens.entries())
    expect((await answerBy(db(), round, token)).scores).toEqual({ [question!.id]: 1 + (index % 5) });
});

it('who was asked the same a short while ago is not asked again, nor are fewer than five', async () => {
  const { workspace, members, round, teams } = await hold(db(), 0);
  const of = { workspaceId: workspace.id, teamId: null, howMany: 2, scheduleId: crypto.randomUUID() };
  const again = (days: number, who: readonly string[], instrument: 'pulse' | 'enps' = 'pulse') => {
    const at = opened.add({ hours: 24 * days });
    const invited = who.map((memberId) => ({ memberId, teamId: teams.get(memberId) ?? null }));
    return startRound(db(), { ...of, instrument, invited, closesAt: at.add({ hours: 48 }) }, at);
  };
  expect(await again(10, members.slice(0, 6))).toEqual({ why: 'too_soon' });
  expect(await again(10, members.slice(0, 4), 'enps')).toEqual({ why: 'too_few' });
  expect(await again(10, members, 'enps')).toMatchObject({ instrument: 'enps' });
  await closeRounds(db(), round.closesAt);
  expect(await again(22, members)).toMatchObject({ instrument: 'pulse' });
});

it('nor by another survey in the same words, nor more often than the workspace allows: all wait, and nobody is left out', async () => {
  const { workspace, members, round, teams } = await hold(db(), 0);
  const of = { workspaceId: workspace.id, teamId: null, howMany: 2 };
  const ask = (days: number, asks: Pick<NewRound, 'instrument' | 'own'>, who: readonly string[] = members) => {
    const at = opened.add({ hours: 24 * days });
    const invited = who.map((memberId) => ({ memberId, teamId: teams.get(memberId) ?? null }));
    const scheduleId = crypto.randomUUID();
    return startRound(db(), { ...of, ...asks, scheduleId, invited, closesAt: at.add({ hours: 48 }) }, at);
  };
  const asked = round.questions[0]!.text;
  const sameWords = { instrument: 'own', own: readOwnQuestions(`${asked.toUpperCase()}!! (1-5)`) } as const;
  expect(await ask(10, sameWords)).toEqual({ why: 'too_soon' });
  expect(await ask(10, asksOwn)).toMatchObject({ instrument: 'own' });
  // Own questions are the same by their words, not because they are own ones.
  expect(await ask(12, asksOwn)).toEqual({ why: 'too_soon' });
  const party = { instrument: 'own', own: readOwnQuestions('How was the summer party? (1-5)') } as const;
  await db().workspace.update({ where: { id: workspace.id }, data: { quarterlySurveys: 3 } });
  // Six of the twelve are asked a third time.
  expect(await ask(15, { instrument: 'enps' }, members.slice(0, 6))).toMatchObject({ instrument: 'enps' });
  expect(await ask(20, party)).toEqual({ why: 'too_often' });
  expect(await ask(20, party, members.slice(6))).toMatchObject({ instrument: 'own' });
  // A quarter later all may be asked again.
  expect(await ask(140, sameWords)).toMatchObject({ instrument: 'own' });
});

it('of samples one after another nobody is in two until everybody was in one', async () => {
  const { workspace, members, teams } = await hold(db(), 0);
  const invited = members.map((memberId) => ({ memberId, teamId: teams.get(memberId) ?? null }));
  const of = {
    workspaceId: workspace.id,
    instrument: 'enps',
    teamId: null,
    howMany: 1,
    scheduleId: crypto.randomUUID(),
    invited,
  } as const;
  const drawn: string[][] = [];
  for (const days of [30, 60, 90, 120]) {
    const at = opened.add({ hours: 24 * days });
    const round = await startRound(db(), { ...of, oneIn: 2, closesAt: at.add({ hours: 48 }) }, at);
    if ('why' in round) throw new Error(round.why);
    const asked = await db().pulseInvitation.findMany({ where: { roundId: round.id } });
    drawn.push(asked.map(({ memberId }) => memberId));
    await closeRounds(db(), round.closesAt);
  }
  const [first = [], second = [], third = [], fourth = []] = drawn;
  for (const pair of [
    [...first, ...second],
    [...third, ...fourth],
  ])
    expect(pair.sort()).toEqual([...members].sort());
  const at = opened.add({ hours: 24 * 150 });
  // A quarter of twelve is three.
  expect(
    await startRound(db(), { ...of, scheduleId: crypto.randomUUID(), oneIn: 4, closesAt: at.add({ hours: 48 }) }, at),
  ).toEqual({ why: 'too_few' });
});

import { setTimeout as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { answerBy, keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { closeRounds } from '../../src/surveys/close.ts';
import { addReply } from '../../src/surveys/replies.ts';
import { showAnswersDue } from '../../src/surveys/reply-news.ts';
import { publishedOf } from '../../src/surveys/results.ts';
import { findRound } from '../../src/surveys/rounds.ts';
import { useDatabase } from '../support/database.ts';
import { storeFacts } from '../support/store-facts.ts';
import { begin } from './begin.ts';

const db = useDatabase();
const names = ['P1', 'P2', 'P3', 'P4', 'P5'];

async function open() {
  const { workspace, id } = await storeFacts(db(), { people: Object.fromEntries(names.map((name) => [name, {}])) });
  const invited = names.map((name) => ({ memberId: id('member', name), teamId: null }));
  const opened = Temporal.Instant.from('2026-03-02T08:00:00Z');
  const about = { workspaceId: workspace.id, instrument: 'pulse', teamId: null, howMany: 1, invited } as const;
  const round = await begin(db(), about, opened);
  const question = round.questions[0]!.id;
  const says = (token: string, score: number) =>
    keepAnswer(db(), round, { token, teamId: null, scores: { [question]: score } });
  return { round, question, says };
}

it('after a write that took long the next rests, and what comes meanwhile is written with it', async () => {
  const { round, question, says } = await open();
  const [first, second, third] = [newToken(), newToken(), newToken()];

  let long: Promise<void> | undefined;
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM pulse_rounds WHERE id = ${round.id}::uuid FOR UPDATE`;
    long = says(first, 1);
    await pause(300);
  });
  await long;
  // It rests for more than a second now.
  const next = says(second, 2);
  await pause(50);
  expect(says(third, 3)).toBe(next);
  await next;
  for (const [token, score] of [[first, 1] as const, [second, 2] as const, [third, 3] as const])
    expect((await answerBy(db(), round, token)).scores).toEqual({ [question]: score });
});

/** While somebody else has the table each of these begins, and waits for it; then all go on at once. */
async function startedTogether(table: string, deeds: readonly (() => Promise<unknown>)[]) {
  const waiting = async () => {
    const [row] = await db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = ${table}::regclass`;
    return row?.count;
  };
  const begun: Promise<unknown>[] = [];
  const patient = { timeout: 20_000, maxWait: 20_000 };
  await db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
    for (const [index, deed] of deeds.entries()) {
      begun.push(deed());
      await expect.poll(waiting, { timeout: 10_000 }).toBe(index + 1);
    }
  }, patient);
  return Promise.allSettled(begun);
}

it('two processes close two rounds while others answer a third: nobody waits for ever, and no answer is lost', async () => {
  const rounds = [await open(), await open(), await open()] as const;
  const [one, other, third] = rounds;
  for (const { says } of rounds) for (const score of [1, 2, 3, 4, 5]) await says(newToken(), score);
  const { closesAt } = one.round;
  await db().pulseRound.update({
    where: { workspaceId_id: { workspaceId: third.round.workspaceId, id: third.round.id } },
    data: { closesAt: new Date(closesAt.add({ hours: 24 }).epochMilliseconds) },
  });
  const late = newToken();
  const deeds = [() => closeRounds(db(), closesAt), () => closeRounds(db(), closesAt), () => third.says(late, 5)];
  const done = await startedTogether('pulse_answers', deeds);
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  expect((await answerBy(db(), third.round, late)).scores).toEqual({ [third.question]: 5 });
  expect(await db().pulseAnswer.count({ where: { roundId: third.round.id } })).toBe(6);
  for (const { round } of [one, other])
    expect(await publishedOf(db(), (await findRound(db(), round.workspaceId, round.id))!, null)).toMatchObject({
      ...{ answers: 5, score: 50 },
    });
});

it('nor do those who reply to comments of several rounds while answers of others come to be shown', async () => {
  const [one, other, third] = [await open(), await open(), await open()];
  const shownFrom = Temporal.PlainDate.from('2026-03-09');
  const add = ({ round }: typeof one, words: string) =>
    db().$transaction((tx) => addReply(tx, round, { key: 'k', byId: null, words, shownFrom }), { timeout: 20_000 });
  for (const each of [one, other, third]) await add(each, 'Then');
  const tuesday = Temporal.Instant.from('2026-03-10T10:00:00Z');
  const deeds = [
    () => showAnswersDue(db(), tuesday),
    () => add(third, 'Now'),
    () => showAnswersDue(db(), tuesday),
    () => add(one, 'Now'),
  ];
  const done = await startedTogether('pulse_replies', deeds);
  expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
  const words = (await db().pulseReply.findMany({ orderBy: { words: 'asc' } })).map((reply) => reply.words);
  expect(words).toEqual(['Now', 'Now', 'Then', 'Then', 'Then']);
});

it('hundreds of presses at once are written together, and none is lost', { timeout: 60_000 }, async () => {
  const { round, question, says } = await open();
  const tokens = Array.from({ length: 300 }, newToken);
  await Promise.all(tokens.flatMap((token, index) => [says(token, 1), says(token, 1 + (index % 5))]));
  for (const [index, token] of tokens.entries())
    expect((await answerBy(db(), round, token)).scores).toEqual({ [question]: 1 + (index % 5) });
});

// Somebody has the whole database, and wants to know who wrote a comment that was replied to.
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import { commentKey, keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { closeRounds } from '../../src/surveys/close.ts';
import { readOwnQuestions } from '../../src/surveys/own-questions.ts';
import { ownTalks, talksFor } from '../../src/surveys/replies.ts';
import { answerReply, replyToComment, showAnswersDue } from '../../src/surveys/reply-news.ts';
import type { NewRound } from '../../src/surveys/rounds.ts';
import { useDatabase } from '../support/database.ts';
import { storeFacts } from '../support/store-facts.ts';
import { begin } from './begin.ts';

const db = useDatabase();
const opened = Temporal.Instant.from('2026-03-02T08:00:00Z');
/** A Tuesday, ten in the morning. */
const tuesday = Temporal.Instant.from('2026-03-10T10:00:00Z');
const names = Array.from({ length: 16 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);

/** A closed round of two teams of eight who all have commented; who wrote what is returned, as only they know. */
async function held(database: Database, asks: Pick<NewRound, 'instrument' | 'own'> = { instrument: 'pulse' }) {
  const { workspace, id } = await storeFacts(database, {
    people: Object.fromEntries(names.map((name) => [name, {}])),
    belongs: names.map((who, index) => ({ who, team: index < 8 ? 'North' : 'South' })),
  });
  const invited = names.map((name, index) => ({
    memberId: id('member', name),
    teamId: id('team', index < 8 ? 'North' : 'South'),
  }));
  for (const { memberId } of invited)
    await database.member.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: memberId } },
      data: { slackUserId: `U${memberId}` },
    });
  const about = { ...asks, workspaceId: workspace.id, teamId: null, howMany: 1, invited };
  const round = await begin(database, about, opened);
  const people = invited.map((each) => ({ ...each, token: newToken() }));
  const texts = (token: string) => Object.fromEntries(round.questions.map(({ id }) => [id, `${id} by ${token}`]));
  for (const { token, teamId } of people)
    await keepAnswer(database, round, {
      ...{ token, teamId, comment: `of ${token}` },
      ...(asks.own ? { texts: texts(token) } : {}),
    });
  await closeRounds(database, round.closesAt);
  const directory = await loadDirectory(database, workspace.id);
  const asking = (now: Temporal.Instant) => ({ db: database, workspace, directory, now });
  const manager = id('member', 'P01');
  const keyOf = async (token: string) => (await ownTalks(database, round, token))[0]?.key ?? '';
  const replies = () => database.pulseReply.findMany({ where: { roundId: round.id }, orderBy: { place: 'asc' } });
  return { round, people, workspace, asking, manager, keyOf, replies, teamOf: (name: string) => id('team', name) };
}

let round: Awaited<ReturnType<typeof held>>;
beforeAll(async () => {
  round = await held(db());
});

it('a comment is found by the word of its author, and by nothing that is kept of the answer', async () => {
  const { token } = round.people[0]!;
  const [talk, ...others] = await ownTalks(db(), round.round, token);
  expect(talk).toMatchObject({ comment: `of ${token}`, question: null, said: [] });
  expect(others).toEqual([]);
  expect(talk?.key).toBe(createHash('sha256').update(`comment:${token}`).digest('base64url'));
  expect(await ownTalks(db(), round.round, newToken())).toEqual([]);
  const answerKey = createHash('sha256').update(token).digest('base64url');
  expect(await ownTalks(db(), round.round, answerKey)).toEqual([]);
});

it('who leads a team reads its comments, and nobody else’s', async () => {
  expect(await talksFor(db(), round.round, 'all')).toHaveLength(16);
  const north = await talksFor(db(), round.round, [round.teamOf('North')]);
  const written = round.people.slice(0, 8).map(({ token }) => `of ${token}`);
  expect(north.map(({ comment }) => comment).sort()).toEqual(written.sort());
  expect(await talksFor(db(), round.round, [])).toEqual([]);
});

it('everybody who was asked hears of replies in the same words, once for all of a day, on their next morning', async () => {
  const { people, asking, manager, keyOf, workspace } = round;
  for (const { token } of people.slice(4, 7))
    await replyToComment(asking(tuesday), round.round, { key: await keyOf(token), byId: manager, words: 'Thanks' });
  const news = await db().delivery.findMany({
    where: { workspaceId: workspace.id, content: { path: ['kind'], equals: 'pulse_replies' } },
  });
  expect(news.map(({ memberId }) => memberId).sort()).toEqual(people.map(({ memberId }) => memberId).sort());
  const told = news.map(({ content, dueAt, priority, topic, beyond, cause }) => ({
    content,
    dueAt,
    priority,
    topic,
    beyond,
    cause,
  }));
  expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(told[0]).toMatchObject({ dueAt: new Date('2026-03-11T09:00:00Z'), beyond: 'waits', topic: 'pulse' });
});

it('an answer of the author is seen by others from the next morning on, after whatever was replied that day', async () => {
  const { people, asking, manager, keyOf, teamOf, workspace } = round;
  const { token } = people[5]!;
  const key = await keyOf(token);
  const talk = async () =>
    (await talksFor(db(), round.round, [teamOf('North')])).find((each) => each.key === key)?.said;
  await answerReply(asking(tuesday), round.round, { key, words: 'It is the <hours>' });
  // Slack may hand it in twice.
  await answerReply(asking(tuesday), round.round, { key, words: 'It is the <hours>' });
  await replyToComment(asking(tuesday.add({ hours: 2 })), round.round, { key, byId: manager, words: 'Still there?' });
  const before = [
    { byId: manager, words: 'Thanks', waits: false },
    { byId: manager, words: 'Still there?', waits: false },
  ];
  expect(await talk()).toEqual(before);
  expect((await ownTalks(db(), round.round, token))[0]?.said).toEqual([
    ...before,
    { byId: null, words: 'It is the <hours>', waits: true },
  ]);

  await showAnswersDue(db(), tuesday.add({ hours: 12 }));
  await showAnswersDue(db(), Temporal.Instant.from('2026-03-11T08:59:00Z'));
  expect(await talk()).toEqual(before);
  await showAnswersDue(db(), Temporal.Instant.from('2026-03-11T09:00:00Z'));
  expect(await talk()).toEqual([...before, { byId: null, words: 'It is the <hours>', waits: false }]);
  const answered = await db().delivery.findMany({
    where: { workspaceId: workspace.id, content: { path: ['kind'], equals: 'pulse_answered' } },
  });
  expect(answered.map(({ memberId, content }) => [memberId, content])).toEqual([
    [manager, { kind: 'pulse_answered', roundId: round.round.id }],
  ]);
  // The morning it came with is forgotten.
  expect((await round.replies()).every(({ shownFrom }) => shownFrom === null)).toBe(true);
});

it('of a weekend it is the Monday', async () => {
  const { people, asking, keyOf, replies } = round;
  const key = await keyOf(people[6]!.token);
  const friday = Temporal.Instant.from('2026-03-13T23:30:00Z');
  await answerReply(asking(friday), round.round, { key, words: 'Yes' });
  expect((await replies()).filter(({ shownFrom }) => shownFrom).map(({ shownFrom }) => shownFrom)).toEqual([
    new Date('2026-03-16'),
  ]);
});

it('texts to questions have replies like comments, each under a key that has nothing in common with the others of its author', async () => {
  const own = readOwnQuestions('What helps?\nWhat hinders?');
  const { round: asked, people, asking, manager, teamOf } = await held(db(), { instrument: 'own', own });
  const { token } = people[0]!;
  const keys = own.map(({ id }) => createHash('sha256').update(`text:${id}:${token}`).digest('base64url'));
  const mine = await ownTalks(db(), asked, token);
  expect(mine.map(({ key, question, comment }) => [key, question?.text ?? null, comment])).toEqual([
    [commentKey(token), null, `of ${token}`],
    [keys[0], 'What helps?', `${own[0]!.id} by ${token}`],
    [keys[1], 'What hinders?', `${own[1]!.id} by ${token}`],
  ]);
  expect(await ownTalks(db(), asked, newToken())).toEqual([]);
  const north = await talksFor(db(), asked, [teamOf('North')]);
  expect(north).toHaveLength(24);
  // By question, in the order of keys: two of one person stand in no places that belong together.
  const written = north.filter(({ question }) => question?.id === own[0]!.id).map(({ key }) => key);
  expect(written).toEqual([...written].sort());

  await replyToComment(asking(tuesday), asked, { key: keys[1]!, byId: manager, words: 'What exactly?' });
  await answerReply(asking(tuesday), asked, { key: keys[1]!, words: 'The stairs' });
  const said = (await ownTalks(db(), asked, token)).map((talk) => talk.said.map(({ words }) => words));
  expect(said).toEqual([[], [], ['What exactly?', 'The stairs']]);
});

it('no row of a reply names its author, a time or a number of its own', async () => {
  const columns = await db().$queryRaw<{ name: string }[]>`
    SELECT column_name::text AS name FROM information_schema.columns WHERE table_name = 'pulse_replies' ORDER BY 1`;
  expect(columns.map(({ name }) => name)).toEqual([
    ...['by_id', 'comment_key', 'place', 'round_id', 'shown_from', 'words', 'workspace_id'],
  ]);
  const authors = (await round.replies()).filter(({ byId }) => byId === null);
  expect(authors.length).toBeGreaterThan(0);
  for (const row of authors)
    for (const { memberId, token } of round.people) {
      expect(JSON.stringify(row)).not.toContain(memberId);
      expect(JSON.stringify(row)).not.toContain(token);
    }
});

it('an attacker who knows in which order people answered back does no better than one who guesses', {
  timeout: 120_000,
}, async () => {
  const { people, asking, keyOf, round: own } = round;
  const eight = await Promise.all(people.slice(8).map(async ({ token }) => ({ token, key: await keyOf(token) })));
  const traces = () =>
    db().$queryRaw<{ words: string; xmin: string }[]>`
      SELECT words, xmin::text FROM pulse_replies WHERE round_id = ${own.id}::uuid AND by_id IS NULL ORDER BY ctid`;
  let right = 0;
  for (let count = 0; count < 25; count++) {
    await db().pulseReply.deleteMany({ where: { roundId: own.id } });
    const order = eight
      .map((each) => ({ each, at: Math.random() }))
      .sort((one, other) => one.at - other.at)
      .map(({ each }) => each);
    for (const { key, token } of order) await answerReply(asking(tuesday), own, { key, words: token });
    const waiting = await traces();
    await showAnswersDue(db(), tuesday.add({ hours: 24 }));
    for (const rows of [waiting, await traces()]) {
      expect(rows).toHaveLength(8);
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
      right += rows.filter(({ words }, index) => words === order[index]?.token).length;
    }
  }
  // 50 guesses at eight answers each, one of them right by chance in each: 50, with a standard deviation of about 7.
  expect(right).toBeGreaterThan(50 - 35);
  expect(right).toBeLessThan(50 + 35);
});

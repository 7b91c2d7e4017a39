/** What was said in a standup, while several things happen at once. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { answerInThread } from '../../commands/salespulse/standup-answer.ts';
import { claim, markSending, settleLater, settleSent } from '../../src/delivery/claim.ts';
import { enqueue, type NewDelivery } from '../../src/delivery/outbox.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { section } from '../../src/slack/messages/mrkdwn.ts';
import { standupDigestMessage } from '../../src/slack/messages/standup-digest.ts';
import { compose } from '../../src/slack/outgoing/compose.ts';
import { saidBy } from '../../src/standups/answers.ts';
import { standupContent } from '../../src/standups/asks.ts';
import { tellDigest } from '../../src/standups/digest-news.ts';
import { defaultQuestions, readQuestions } from '../../src/standups/questions.ts';
import { type Office, openOffice, slackIdOf } from '../commands/office.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-18T11:00:00Z');
const date = new Date(now.epochMilliseconds);
const day = '2026-03-18';
const name = `${day}T11:30`;
const questions = readQuestions(defaultQuestions());
let office: Office;
let workspaceId: string;
let scheduleId: string;
beforeAll(async () => {
  office = await openOffice(database());
  const { workspace, directory } = await office.asked('Olga');
  workspaceId = workspace.id;
  const north = directory.teams.find((team) => team.name === 'North')!.id;
  scheduleId = await addSchedule(
    database(),
    workspaceId,
    {
      what: {
        kind: 'standup',
        whose: { scope: 'team', teamIds: [north] },
        channelId: 'C1',
        windowMinutes: 120,
        questions,
      },
      audience: { to: 'team', teamId: north },
      recurrence: {
        on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5], every: 1 },
        at: '11:30',
        workingDaysOnly: true,
        from: '2026-03-01',
      },
      zone: null,
      ownerId: office.id('Olga'),
    },
    date,
  );
  await database().occurrence.create({
    data: { workspaceId, scheduleId, slot: name, state: 'planned', plannedAt: date },
  });
});
afterEach(async () => {
  await database().delivery.deleteMany();
  await database().sendLimit.deleteMany();
  await database().standupAnswer.deleteMany();
});

const plans = (more: Pick<NewDelivery, 'cause' | 'recipient' | 'memberId' | 'content'>) =>
  enqueue(
    database(),
    workspaceId,
    [{ ...more, ownerId: null, slot: { scheduleId, name }, urgency: 'report', dueAt: now.subtract({ minutes: 30 }) }],
    now,
  );
const plansDigest = () =>
  plans({
    cause: 'digest',
    recipient: 'C1',
    memberId: null,
    content: { kind: standupContent.digest, scheduleId, day },
  });
const plansAsk = () =>
  plans({
    cause: 'ask',
    recipient: slackIdOf('Anna'),
    memberId: office.id('Anna'),
    content: {
      ...{ kind: standupContent.ask, scheduleId, day, windowMinutes: 120, questions },
      ...{ from: '2026-03-17', through: '2026-03-17' },
    },
  });
/** It is sent, and the answer is lost. */
async function losesReceipt(): Promise<void> {
  const own = (await claim(database(), workspaceId, now))!;
  await markSending(database(), own);
  await settleLater(database(), own, { afterMs: 0, isUnsure: true, counts: true, reason: 'socket hang up' });
}
async function isFound(channelId: string, ts: string): Promise<void> {
  let own = await claim(database(), workspaceId, now);
  while (own && !own.isUnsure) own = await claim(database(), workspaceId, now);
  await settleSent(database(), own!, { channelId, ts }, now);
}
/** What is planned in place of a message, and what it says just now. */
async function instead(kind: string): Promise<unknown> {
  const row = await database().delivery.findFirst({ where: { content: { path: ['kind'], equals: kind } } });
  const claimed = row && {
    ...{ ...row, attempt: row.attempts, triedAt: row.triedAt ?? date },
    content: { ...(row.content as object), kind },
  };
  const made = claimed && (await compose(database(), claimed, now));
  return made && typeof made === 'object' && 'instead' in made ? made.instead : made;
}

it('keeps both of two replies that come at once', async () => {
  await plansAsk();
  await database().delivery.updateMany({ data: { state: 'sent', channelId: 'D1', ts: '1.1', nextAt: null } });
  const askeds = await Promise.all([office.asked('Anna'), office.asked('Anna')]);
  const replies = ['Called five people', 'Demo with Globex'];
  await Promise.all(
    askeds.map((asked, index) => answerInThread(replies[index]!, { channelId: 'D1', ts: '1.1' }, asked)),
  );
  const said = await saidBy(database(), { workspaceId, scheduleId, day }, office.id('Anna'));
  expect(said?.answers.map(({ words }) => words).sort()).toEqual(replies);
  expect(said?.answers.map(({ question }) => question)).toEqual(questions.slice(0, 2).map(({ text }) => text));
});

it('brings a digest up to date of which Slack did not say that it arrived, once it is found', async () => {
  await plansDigest();
  await losesReceipt();
  const late = { workspaceId, scheduleId, day, memberId: office.id('Anna'), isBlocked: false, deed: 'late' };
  await database().$transaction((tx) => tellDigest(tx, late, now));
  expect(await instead(standupContent.update)).toBe('later');
  await isFound('C1', '1.2');
  expect(await instead(standupContent.update)).toEqual({ channelId: 'C1', ts: '1.2' });
});

it('takes a reply to a question of which Slack did not say that it arrived, and shows it in its place', async () => {
  await plansAsk();
  await losesReceipt();
  const ts = `${now.epochMilliseconds / 1000}.000100`;
  const asked = await office.asked('Anna');
  expect(await answerInThread('Elsewhere', { channelId: 'D1', ts: '1.1' }, asked)).toBeNull();
  expect(await answerInThread('Called five people', { channelId: 'D1', ts }, asked)).not.toBeNull();
  const said = await saidBy(database(), { workspaceId, scheduleId, day }, office.id('Anna'));
  expect(said?.answers).toMatchObject([{ words: 'Called five people' }]);
  expect(await instead(standupContent.said)).toBe('later');
  await isFound('D1', ts);
  expect(await instead(standupContent.said)).toEqual({ channelId: 'D1', ts });
});

it('a digest of more answers than a message takes says how many are left out, and still who is missing and the numbers', () => {
  const answers = [{ id: 'q1', question: 'Yesterday?', words: 'x'.repeat(2800) }];
  const people = Array.from({ length: 60 }, (_, index) => ({ name: `P${index}`, answers }));
  const numbers = { text: 'n', blocks: [section('THE NUMBERS')] };
  const lists = { blockers: [], nothing: [], missing: ['Zoe'], unreached: [], away: [], goals: [] };
  const day = Temporal.PlainDate.from('2026-03-18');
  const { blocks } = standupDigestMessage({ team: 'North', day, asked: 61, people, ...lists }, numbers);
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(blocks.slice(-4)).toMatchObject([
    { type: 'context', elements: [{ text: '… and 17 more' }] },
    { type: 'context', elements: [{ text: 'Not heard from: Zoe' }] },
    { type: 'divider' },
    { text: { text: 'THE NUMBERS' } },
  ]);
});

it('keeps what is in the way until a digest that could not be sent has been tried again', async () => {
  await plansDigest();
  await database().delivery.updateMany({ data: { state: 'failed', reason: 'archived', nextAt: null } });
  const news = { workspaceId, scheduleId, day, memberId: office.id('Anna'), isBlocked: true, deed: 'blocked' };
  await database().$transaction((tx) => tellDigest(tx, news, now));
  expect(await instead(standupContent.blocker)).toEqual({ heldUntil: now.add({ minutes: 5 }) });
});

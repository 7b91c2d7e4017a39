/**
 * Standups of a few people each, and people to whom more is to be told in a day than they want: both go on while processes
 * are killed, and what Slack shows at the end is held against what was said.
 */
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { enqueue, release } from '../../src/delivery/outbox.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { say } from '../../src/standups/answers.ts';
import { asksOf, type Session, standupContent } from '../../src/standups/asks.ts';
import { readQuestions } from '../../src/standups/questions.ts';
import { plain, words } from '../support/reading.ts';

/** Where they are held. */
export interface Place {
  db: Database;
  sandbox: Sandbox;
  workspaceId: string;
  /** People by their ids in Slack, of whom the first reads the channels, and channels, one for each standup. */
  people: readonly string[];
  channels: readonly string[];
}

export interface Standups {
  /** The next person of each says what is so: the first has nothing in their way, the others have. */
  answer(): Promise<void>;
  /** Everybody has had their time: the digests are due. */
  close(): Promise<void>;
  /** What Slack does not show as it is, in words. */
  wrong(): string[];
}

const questions = readQuestions('What is next?\n! What is in your way?');
const WINDOW_MINUTES = 480;

/** One for each channel, of so many people; each is asked at once. */
export async function openStandups(place: Place, peopleEach: number): Promise<Standups> {
  const { db, sandbox, workspaceId, channels } = place;
  const now = Temporal.Now.instant();
  const due = now.subtract({ minutes: 5 }).toZonedDateTimeISO('UTC');
  const day = due.toPlainDate().toString();
  const live = new Date(now.subtract({ minutes: 10 }).epochMilliseconds);
  const recurrence = {
    on: { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 },
    at: due.toPlainTime().toString({ smallestUnit: 'minute' }),
    ...{ workingDaysOnly: false, from: due.toPlainDate().subtract({ days: 7 }).toString() },
  };
  const held = await Promise.all(
    channels.map(async (channelId, index) => {
      const name = `Standup ${index + 1}`;
      const slackIds = place.people.slice(index * peopleEach, (index + 1) * peopleEach);
      const { id: teamId } = await db.team.create({ data: { workspaceId, name } });
      const members = await db.member.findMany({
        where: { workspaceId, slackUserId: { in: slackIds } },
        orderBy: { slackUserId: 'asc' },
      });
      await db.membership.createMany({ data: members.map(({ id }) => ({ workspaceId, memberId: id, teamId })) });
      const whose = { scope: 'team' as const, teamIds: [teamId] };
      const what = { kind: 'standup' as const, whose, channelId, windowMinutes: WINDOW_MINUTES, questions };
      const audience = { to: 'team' as const, teamId };
      const made = { what, audience, recurrence, zone: 'UTC', ownerId: null };
      const scheduleId = await addSchedule(db, workspaceId, made, live);
      return { name, channelId, members, session: { workspaceId, scheduleId, day } satisfies Session };
    }),
  );
  let answered = 0;

  const saidBy = (name: string) => ({ next: `Calls of ${name}.`, blocker: `Legal has not signed for ${name}.` });

  return {
    async answer() {
      const turn = answered++;
      for (const { members, session } of held) {
        const member = members[turn];
        if (!member) continue;
        const isAsked = async () => (await asksOf(db, session)).some(({ memberId }) => memberId === member.id);
        await expect.poll(isAsked, { timeout: 60_000 }).toBe(true);
        const { next, blocker } = saidBy(member.name);
        const said = turn === 0 ? [next] : [next, blocker];
        const answering = () =>
          said.map((each, index) => ({ id: questions[index]!.id, question: questions[index]!.text, words: each }));
        const saying = { ...session, memberId: member.id, answering, deed: `turn ${turn}` };
        const refusal = () =>
          say(db, saying, questions, Temporal.Now.instant()).then(
            () => null,
            (cause: unknown) => String(cause),
          );
        // Whoever is told that it failed, as when the machine is busy, tries again.
        await expect.poll(refusal, { timeout: 120_000 }).toBeNull();
      }
    },
    async close() {
      await db.$executeRaw`
        UPDATE deliveries SET due_at = now() - interval '10 minutes'
        WHERE state = 'held' AND content->>'kind' IN (${standupContent.digest}, ${standupContent.blocker})`;
      await release(db, Temporal.Now.instant());
    },
    wrong: () =>
      held.flatMap(({ name, channelId, members }) => {
        const seen = sandbox.messages(place.people[0]!, channelId);
        const digests = seen.filter(({ text }) => text.startsWith(`Standup of ${name}, `));
        const [digest] = digests;
        if (!digest || digests.length > 1) return [`${name}: ${digests.length} digests`];
        const asks = members.flatMap(({ slackUserId, name: person }) => {
          const told = sandbox.messages(slackUserId!, sandbox.dm(slackUserId!));
          const count = told.filter(({ text }) => text.startsWith(`Standup of ${name}: `)).length;
          // Who has answered before the question is there, as one can on Home, is not asked any more.
          return count <= 1 ? [] : [`${person} was asked ${count} times`];
        });
        const wanted = members.slice(0, answered);
        const line = `${wanted.length} of ${members.length} answered`;
        const threads = wanted.flatMap(({ name: person }, turn) => {
          const said = saidBy(person);
          const read = plain(words(digest)).split(said.next).length - 1;
          const below = seen.filter(({ threadTs, text }) => threadTs === digest.ts && text.includes(said.blocker));
          const isRight = read === 1 && below.length === (turn === 0 ? 0 : 1);
          return isRight ? [] : [`${person}: ${read} times in the digest, ${below.length} threads`];
        });
        return [...asks, ...(plain(digest.text).includes(line) ? [] : [`${name}: ${digest.text}`]), ...threads];
      }),
  };
}

/** So much a person gets in a day, as a workspace begins; and so much there is for each. */
const MOST_A_DAY = 5;
const NOTES = 8;

/** Tells each of these people more than they get in a day. Returns who has not got just so much of it, each thing once. */
export async function openNotes({ db, sandbox, workspaceId, people }: Place): Promise<() => string[]> {
  const now = Temporal.Now.instant();
  const members = await db.member.findMany({ where: { workspaceId, slackUserId: { in: [...people] } } });
  const notes = members.flatMap(({ id, slackUserId, name }) =>
    Array.from({ length: NOTES }, (_, index) => ({
      cause: `note ${index}`,
      ...{ recipient: slackUserId!, memberId: id, ownerId: null, urgency: 'notice' as const, dueAt: now },
      content: { kind: 'reminder', words: `Note ${index} to ${name}` },
      unasked: { topic: 'alert' as const, beyond: 'waits' as const },
    })),
  );
  await db.$transaction((tx) => enqueue(tx, workspaceId, notes, now));
  return () =>
    people.flatMap((id) => {
      const told = sandbox.messages(id, sandbox.dm(id)).flatMap(({ text }) => (/^Note /.test(text) ? text : []));
      const isRight = told.length === MOST_A_DAY && new Set(told).size === MOST_A_DAY;
      return isRight ? [] : [`${id} got ${told.sort().join(', ')}`];
    });
}

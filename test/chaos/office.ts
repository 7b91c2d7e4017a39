/**
 * An office of many people in which one and the same thing is told to many: schedules whose digests each begin with a name
 * of their own, so that what a recipient has of each can be counted in Slack, without asking our own tables.
 */
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/db/client.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Audience, addSchedule } from '../../src/schedule/schedule.ts';

export interface Size {
  people: number;
  channels: number;
  /** How many digests each person is to get. */
  toPeople: number;
  /** How many digests each channel is to get. */
  toChannels: number;
}

export interface Office {
  sandbox: Sandbox;
  workspaceId: string;
  /** By their ids in Slack; the first of the people reads all channels. */
  people: readonly string[];
  channels: readonly string[];
  /** How many messages are to arrive. */
  expected: number;
  schedules: number;
  /** Makes the next few of its schedules; each is due at once. */
  addSchedules(count: number): Promise<void>;
  /** How often each recipient has each of the digests, over both once and never: 'U7 Team 3' → 2. */
  wrong(): Map<string, number>;
  /** How many of those to arrive have arrived. */
  arrived(): number;
}

const BOT = 'U0SALESPUL';
const personId = (index: number) => `U0P${String(index).padStart(6, '0')}`;
const channelId = (index: number) => `C0C${String(index).padStart(6, '0')}`;
const teamName = (index: number) => `Team ${index + 1}`;
const upTo = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

export async function openOffice(db: Database, { people, channels, toPeople, toChannels }: Size): Promise<Office> {
  const users = upTo(people, (index) => ({ id: personId(index), name: `p${index}`, realName: `Person ${index}` }));
  const slackTeamId = 'T0CHAOS001';
  const sandbox = await startSandbox({
    team: { id: slackTeamId, name: 'Northwind', domain: 'northwind' },
    users,
    channels: upTo(channels, (index) => ({
      id: channelId(index),
      name: `channel-${index}`,
      members: [personId(0), BOT],
    })),
    app: { id: 'A0SALESPUL', name: 'Salespulse', botUserId: BOT },
    commands: [],
  });
  const { id: workspaceId } = await db.workspace.create({ data: { name: 'Northwind', slackTeamId } });
  await db.member.createMany({
    // Admins, who read all of what a digest is about: others would get their own rows.
    data: users.map(({ id, realName }) => ({ workspaceId, slackUserId: id, name: realName, role: 'admin' })),
  });
  const teams = await db.team.createManyAndReturn({
    data: upTo(Math.max(toPeople, toChannels), (index) => ({ workspaceId, name: teamName(index) })),
  });

  const everyone: Audience = { to: 'everyone' };
  const plans = [
    ...teams.slice(0, toPeople).map(({ id }) => ({ teamId: id, audience: everyone })),
    ...upTo(channels, (index): Audience => ({ to: 'channel', channelId: channelId(index) })).flatMap((audience) =>
      teams.slice(0, toChannels).map(({ id }) => ({ teamId: id, audience })),
    ),
  ];
  const expected = [
    ...users.flatMap(({ id }) => upTo(toPeople, (index) => `${id} ${teamName(index)}`)),
    ...upTo(channels, channelId).flatMap((id) => upTo(toChannels, (index) => `${id} ${teamName(index)}`)),
  ];

  function counts(): Map<string, number> {
    const counted = new Map(expected.map((key) => [key, 0]));
    const rooms = [
      ...users.map(({ id }) => ({ name: id, viewer: id, room: sandbox.dm(id) })),
      ...upTo(channels, (index) => ({ name: channelId(index), viewer: personId(0), room: channelId(index) })),
    ];
    for (const { name, viewer, room } of rooms)
      for (const { text } of sandbox.messages(viewer, room)) {
        const key = `${name} ${text.split(',')[0]}`;
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
    return counted;
  }

  return {
    sandbox,
    workspaceId,
    people: users.map(({ id }) => id),
    channels: upTo(channels, channelId),
    expected: expected.length,
    schedules: plans.length,
    async addSchedules(count) {
      for (const plan of plans.splice(0, count)) await addDueSchedule(db, workspaceId, plan);
    },
    wrong: () => new Map([...counts()].filter(([, count]) => count !== 1)),
    arrived() {
      const counted = counts();
      return expected.filter((key) => counted.get(key)).length;
    },
  };
}

/** Live for ten minutes, and due five minutes ago: the next tick of any process plans it. */
async function addDueSchedule(
  db: Database,
  workspaceId: string,
  { teamId, audience }: { teamId: string; audience: Audience },
): Promise<void> {
  const now = Temporal.Now.instant();
  const live = new Date(now.subtract({ minutes: 10 }).epochMilliseconds);
  const due = now.subtract({ minutes: 5 }).toZonedDateTimeISO('UTC');
  const recurrence = {
    on: { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 },
    at: due.toPlainTime().toString({ smallestUnit: 'minute' }),
    workingDaysOnly: false,
    from: due.toPlainDate().subtract({ days: 7 }).toString(),
  };
  const what = { kind: 'digest' as const, whose: { scope: 'team' as const, teamIds: [teamId] }, byPerson: false };
  await addSchedule(db, workspaceId, { what, audience, recurrence, zone: null, ownerId: null }, live);
}

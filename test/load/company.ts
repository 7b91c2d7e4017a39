/** A company of thousands in several zones and teams: in the database, and in a local Slack that keeps to Slack's limits. */
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/db/client.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Audience, addSchedule, type What } from '../../src/schedule/schedule.ts';
import { readOwnQuestions } from '../../src/surveys/own-questions.ts';

export interface Company {
  sandbox: Sandbox;
  workspaceId: string;
  /** In Slack; the first is an admin. */
  people: readonly string[];
  /** Where digests go. */
  channelId: string;
  addSchedule(what: What, audience: Audience): Promise<void>;
  /** Surveys that asked everybody in this quarter, and are over. */
  addEarlierRounds(count: number): Promise<void>;
}

const BOT = 'U0SALESPUL';
const CHANNEL = 'C0SALES001';
const slackTeamId = 'T0LOAD0001';
const zones = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Asia/Tokyo', 'Asia/Kolkata'];
const PEOPLE_A_TEAM = 80;

export async function openCompany(db: Database, size: number): Promise<Company> {
  const users = Array.from({ length: size }, (_, index) => {
    const number = String(index).padStart(6, '0');
    // Fifty have each first name, two hundred of ten thousand each last one; by name they stand in the order of their numbers.
    const realName = `Given${number.slice(0, -2)}${index % 100 < 50 ? 'a' : 'b'} Family${String(index % 50).padStart(2, '0')}`;
    return { id: `U0L${number}`, name: `p${number}`, realName, tz: zones[index % zones.length]! };
  });
  const people = users.map(({ id }) => id);
  const sandbox = await startSandbox({
    team: { id: slackTeamId, name: 'Northwind', domain: 'northwind' },
    users,
    channels: [{ id: CHANNEL, name: 'sales', members: [people[0]!, BOT] }],
    app: { id: 'A0SALESPUL', name: 'Salespulse', botUserId: BOT },
    commands: ['/kpi', '/pulse'].map((command) => ({ command, description: command, usageHint: '' })),
    rateLimits: true,
  });
  const { id: workspaceId } = await db.workspace.create({
    data: {
      ...{ name: 'Northwind', slackTeamId, workingDays: [1, 2, 3, 4, 5, 6, 7] },
      // At work at all hours, so that all are asked at once: it cannot be more at a time.
      ...{ workdayStart: '00:00', workdayEnd: '23:59' },
    },
  });
  const members = await db.member.createManyAndReturn({
    data: users.map(({ id, realName, tz }, index) => ({
      ...{ workspaceId, slackUserId: id, name: realName, zone: tz, slackName: realName },
      role: index === 0 ? 'admin' : 'rep',
    })),
    select: { id: true },
  });
  const teams = await db.team.createManyAndReturn({
    data: Array.from({ length: Math.ceil(size / PEOPLE_A_TEAM) }, (_, index) => ({
      ...{ workspaceId, name: `Team ${index + 1}` },
    })),
    select: { id: true },
  });
  await db.membership.createMany({
    data: members.map(({ id: memberId }, index) => ({
      ...{ workspaceId, memberId, teamId: teams[index % teams.length]!.id },
    })),
  });
  await db.$executeRaw`
    INSERT INTO activities (workspace_id, id, source, external_id, member_id, type, direction, outcome, occurred_at, occurred_on, occurred_hour)
    SELECT workspace_id, uuidv7(), 'load', id || ' ' || n, id, 'call', 'outbound', 'answered', at.moment, at.moment::date,
      extract(hour FROM at.moment)
    FROM members CROSS JOIN generate_series(0, 4) n
    CROSS JOIN LATERAL (SELECT now() - make_interval(hours => 24 * n + 1) AS moment) at`;

  return {
    ...{ sandbox, workspaceId, people, channelId: CHANNEL },
    addSchedule: (what, audience) => addDue(db, workspaceId, what, audience),
    async addEarlierRounds(count) {
      for (let number = 1; number <= count; number++) {
        const openedAt = new Date(Temporal.Now.instant().subtract({ hours: 24 * (22 + number) }).epochMilliseconds);
        const { id: roundId } = await db.pulseRound.create({
          data: {
            ...{ workspaceId, scheduleId: crypto.randomUUID(), instrument: 'own', openedAt, closesAt: openedAt },
            ...{ questions: readOwnQuestions(`How was number ${number}? (1-5)`), closedOn: openedAt },
          },
        });
        await db.$executeRaw`
          INSERT INTO pulse_invitations (workspace_id, round_id, member_id)
          SELECT workspace_id, ${roundId}::uuid, id FROM members`;
      }
    },
  };
}

/** Live since a few minutes ago, and due since the last one: the next tick of any process plans it. */
async function addDue(db: Database, workspaceId: string, what: What, audience: Audience): Promise<void> {
  const now = Temporal.Now.instant();
  const due = now.toZonedDateTimeISO('UTC');
  const recurrence = {
    on: { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 },
    at: due.toPlainTime().toString({ smallestUnit: 'minute' }),
    ...{ workingDaysOnly: false, from: due.toPlainDate().subtract({ days: 7 }).toString() },
  };
  // Everybody's at one moment.
  const when = { recurrence, zone: 'UTC', ownerId: null };
  const live = new Date(now.subtract({ minutes: 10 }).epochMilliseconds);
  await addSchedule(db, workspaceId, { what, audience, ...when }, live);
}

/** A company of many people, in a database of its own beside the demo's, with schedules that are all due at the same minute. */
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { openReadyDatabase } from '../../src/db/open.ts';
import type { WorkspaceOptions } from '../../src/sandbox/workspace.ts';
import { type Audience, addSchedule } from '../../src/schedule/schedule.ts';
import type { Stage } from './stage.ts';

export interface Crowd {
  db: Stage['db'];
  url: string;
  pool: pg.Pool;
  workspaceId: string;
  /** Its Slack. */
  slack: WorkspaceOptions;
  /** A digest that is due now, and that was due last before it went live. */
  addDigest(audience: Audience): Promise<void>;
  close(): Promise<void>;
}

const slackTeamId = 'T01CROWD001';
const personId = (index: number) => `U01CROWD${String(index).padStart(5, '0')}`;

/** @param role admins are told of everybody, so all get the same; reps of themselves, so each gets their own */
export async function gather(
  { url, folder }: Stage,
  name: string,
  people: number,
  role: 'admin' | 'rep' = 'admin',
): Promise<Crowd> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  await server.query(`CREATE DATABASE ${server.escapeIdentifier(name)}`).finally(() => server.end());
  const own = new URL(url);
  own.pathname = name;
  const { db, close } = await openReadyDatabase({ databaseUrl: own.href, dataFolder: folder });
  const pool = new pg.Pool({ connectionString: own.href, max: 2 });

  const { id: workspaceId } = await db.workspace.create({
    data: { name: 'Crowd', slackTeamId, zone: 'Europe/Berlin' },
  });
  const users = Array.from({ length: people }, (_, index) => ({ id: personId(index), name: `Person ${index}` }));
  await db.member.createMany({
    data: users.map((user) => ({ workspaceId, slackUserId: user.id, name: user.name, role })),
  });
  const now = Temporal.Now.instant();
  await recordCalls(db, workspaceId, now);
  const due = now.subtract({ minutes: 5 }).toZonedDateTimeISO('UTC');
  const recurrence = {
    on: { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 },
    at: due.toPlainTime().toString({ smallestUnit: 'minute' }),
    workingDaysOnly: false,
    from: due.toPlainDate().subtract({ days: 7 }).toString(),
  };
  const what = { kind: 'digest' as const, whose: { scope: 'workspace' as const }, byPerson: false };
  const live = new Date(now.subtract({ minutes: 10 }).epochMilliseconds);
  return {
    db,
    url: own.href,
    pool,
    workspaceId,
    slack: {
      team: { id: slackTeamId, name: 'Crowd', domain: 'crowd' },
      users: users.map((user) => ({ id: user.id, name: user.name, realName: user.name })),
      channels: [],
      app: { id: 'A01SALESPUL', name: 'Salespulse', botUserId: 'U01SALESPUL' },
      commands: [],
    },
    async addDigest(audience) {
      await addSchedule(db, workspaceId, { what, audience, recurrence, zone: 'UTC', ownerId: null }, live);
    },
    async close() {
      await pool.end();
      await close();
    },
  };
}

/** Something for a digest to draw: a few calls of each of them, in these last days. */
async function recordCalls(db: Stage['db'], workspaceId: string, now: Temporal.Instant): Promise<void> {
  await db.$executeRaw`
    INSERT INTO activities (workspace_id, id, source, external_id, member_id, type, direction, outcome, occurred_at, occurred_on, occurred_hour)
    SELECT m.workspace_id, uuidv7(), 'bench', m.id || ' ' || n, m.id, 'call', 'outbound', 'answered', at.moment, at.moment::date,
      extract(hour FROM at.moment)
    FROM members m CROSS JOIN generate_series(0, 4) n
    CROSS JOIN LATERAL (SELECT ${now.toString()}::timestamptz - make_interval(hours => 24 * n + 1) AS moment) at
    WHERE m.workspace_id = ${workspaceId}::uuid`;
}

import type pg from 'pg';
import { company } from '../../prisma/demo/cast.ts';
import type { Stage } from './stage.ts';

/** Before this day lie the activities that are added: years of a team that has always worked. */
const LONG_AGO = '2024-12-01';
const YEARS = 15;

/** Adds activities of long ago until there are so many; those of the last months stay what they are. */
export async function growTo({ db }: Stage, pool: pg.Pool, size: number): Promise<{ total: number; inMonths: number }> {
  const missing = size - (await countOf(pool, 'true'));
  if (missing > 0) {
    const client = await pool.connect();
    try {
      await fill(client, size, missing);
    } finally {
      client.release(true);
    }
    await timedStep('table read through', () => db.$executeRaw`VACUUM ANALYZE activities`);
  }
  return {
    total: await countOf(pool, 'true'),
    inMonths: await countOf(pool, "occurred_on >= '2026-02-01' AND occurred_on < '2026-04-01'"),
  };
}

/**
 * As one would fill a table of this size: no index and no key stands in the way of a row, all are built afterwards, from
 * memory, and what a row refers to is not looked up row by row, for it is known to be there. Ids come in order, as in life,
 * so that sorting them for their indexes is quick.
 */
async function fill(client: pg.PoolClient, size: number, missing: number): Promise<void> {
  await client.query(
    `SET session_replication_role = 'replica'; SET maintenance_work_mem = '1GB'; SET synchronous_commit = off`,
  );
  const keys = await client.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = 'activities'::regclass AND contype IN ('p', 'u')`,
  );
  for (const { name } of keys.rows) await client.query(`ALTER TABLE activities DROP CONSTRAINT "${name}"`);
  const indexes = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'activities'`,
  );
  for (const { name } of indexes.rows) await client.query(`DROP INDEX "${name}"`);
  await timedStep('rows written', () =>
    client.query(
      `INSERT INTO activities (workspace_id, id, source, external_id, member_id, type, direction, outcome, result, occurred_at, occurred_on, occurred_hour, duration_seconds)
       SELECT w.id, uuidv7(), 'bench', $2::text || lpad(n::text, 9, '0'), m.ids[1 + n % array_length(m.ids, 1)],
         (ARRAY['call', 'call', 'call', 'email', 'meeting'])[1 + n % 5], 'outbound',
         (ARRAY['answered', 'unanswered', 'voicemail', NULL, 'held'])[1 + n % 5], (ARRAY['positive', NULL, NULL, NULL, 'sale'])[1 + n % 5],
         at.moment, at.moment::date, extract(hour FROM at.moment), CASE WHEN n % 5 = 0 THEN 60 + n % 600 END
       FROM workspaces w
       JOIN LATERAL (SELECT array_agg(id) AS ids FROM members WHERE workspace_id = w.id) m ON true
       CROSS JOIN generate_series(1, $3::int) n
       CROSS JOIN LATERAL (SELECT $4::timestamptz - make_interval(secs => (n * 7919::bigint % ($5::int * 365 * 86400))::float8) AS moment) at
       WHERE w.slack_team_id = $1`,
      [company.slackTeamId, `${size} `, missing, LONG_AGO, YEARS],
    ),
  );
  await timedStep('indexes built', async () => {
    for (const { name, definition } of keys.rows)
      await client.query(`ALTER TABLE activities ADD CONSTRAINT "${name}" ${definition}`);
    for (const { definition } of indexes.rows) await client.query(definition);
  });
}

async function timedStep(what: string, step: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await step();
  console.log(`  ${what} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

const countOf = async (pool: pg.Pool, condition: string): Promise<number> =>
  Number(
    (await pool.query<{ count: string }>(`SELECT count(*) FROM activities WHERE ${condition}`)).rows[0]?.count ?? 0,
  );

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
    const indexes = await pool.query<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
       WHERE tablename = 'activities' AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE conrelid = 'activities'::regclass)`,
    );
    // Built afterwards, as one would fill a table of this size.
    for (const { name } of indexes.rows) await pool.query(`DROP INDEX "${name}"`);
    await pool.query(
      `INSERT INTO activities (workspace_id, id, source, external_id, member_id, type, direction, outcome, result, occurred_at, occurred_on, occurred_hour, duration_seconds)
       SELECT w.id, gen_random_uuid(), 'bench', $2::text || n, m.ids[1 + n % array_length(m.ids, 1)],
         (ARRAY['call', 'call', 'call', 'email', 'meeting'])[1 + n % 5], 'outbound',
         (ARRAY['answered', 'unanswered', 'voicemail', NULL, 'held'])[1 + n % 5], (ARRAY['positive', NULL, NULL, NULL, 'sale'])[1 + n % 5],
         at.moment, at.moment::date, extract(hour FROM at.moment), CASE WHEN n % 5 = 0 THEN 60 + n % 600 END
       FROM workspaces w
       JOIN LATERAL (SELECT array_agg(id) AS ids FROM members WHERE workspace_id = w.id) m ON true
       CROSS JOIN generate_series(1, $3::int) n
       CROSS JOIN LATERAL (SELECT $4::timestamptz - make_interval(secs => (n * 7919::bigint % ($5::int * 365 * 86400))::float8) AS moment) at
       WHERE w.slack_team_id = $1`,
      [company.slackTeamId, `${size} `, missing, LONG_AGO, YEARS],
    );
    for (const { definition } of indexes.rows) await pool.query(definition);
    await db.$executeRaw`VACUUM ANALYZE activities`;
  }
  return {
    total: await countOf(pool, 'true'),
    inMonths: await countOf(pool, "occurred_on >= '2026-02-01' AND occurred_on < '2026-04-01'"),
  };
}

const countOf = async (pool: pg.Pool, condition: string): Promise<number> =>
  Number(
    (await pool.query<{ count: string }>(`SELECT count(*) FROM activities WHERE ${condition}`)).rows[0]?.count ?? 0,
  );

import type { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import type { Database, Transaction } from '../db/client.ts';
import type { SlackPerson } from './member.ts';

/** A person as Slack lists them. */
export interface ListedPerson extends SlackPerson {
  /** Has left the Slack workspace. */
  isGone: boolean;
  /** Invited to a few channels only: becomes a member just by using the bot. */
  isGuest: boolean;
  /** Out of office by their status until then. */
  awayUntil: Temporal.Instant | null;
}

/** A change that matters to schedules: somebody's zone, or whether they are there. */
export interface MemberChange {
  memberId: string;
  zone: boolean;
  presence: boolean;
}

/**
 * Updates members to what Slack says, in three statements for any number of people. New people become reps, or are
 * linked to the one imported person with their address (see member.ts). People who have left are deactivated from `now`
 * on, and activated again if Slack says so. Repeating it changes nothing.
 */
export async function storeListed(
  db: Database,
  workspaceId: string,
  people: readonly ListedPerson[],
  now: Temporal.Instant,
): Promise<MemberChange[]> {
  const told = JSON.stringify(
    [...new Map(people.map((person) => [person.slackUserId, person])).values()].map((person) => ({
      id: uuid(),
      slack_user_id: person.slackUserId,
      name: person.name,
      email: person.email,
      zone: person.zone,
      locale: person.locale,
      gone_at: person.isGone ? now.toString() : null,
      joins: !person.isGone && !person.isGuest,
      away_until: person.awayUntil?.toString() ?? null,
    })),
  );
  return db.$transaction(async (tx) => {
    // As in welcomeMember: if two processes find the same person, only one makes a member.
    await tx.$queryRaw`SELECT 1 FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    await linkImported(tx, workspaceId, told);
    return upsert(tx, workspaceId, told);
  });
}

/** Links one imported person to one in Slack; if several could be meant on either side, none is linked. */
async function linkImported(tx: Transaction, workspaceId: string, told: string): Promise<void> {
  await tx.$executeRaw`
    WITH unknown AS (
      SELECT * FROM json_to_recordset(${told}::json) AS told(slack_user_id text, name text, email text, joins boolean)
      WHERE joins AND NOT EXISTS (
        SELECT FROM members m WHERE m.workspace_id = ${workspaceId}::uuid AND m.slack_user_id = told.slack_user_id)
    ), free AS (
      SELECT id, lower(name) AS name, lower(email) AS email, role FROM members
      WHERE workspace_id = ${workspaceId}::uuid AND slack_user_id IS NULL
    ), fitting AS (
      SELECT u.slack_user_id, free.id FROM unknown u JOIN free ON free.email = lower(u.email)
      UNION ALL
      SELECT u.slack_user_id, free.id FROM unknown u
      JOIN free ON free.name = lower(u.name) AND free.email IS NULL AND free.role = 'rep'
      WHERE NOT EXISTS (SELECT FROM free other WHERE other.email = lower(u.email))
    ), sole AS (
      SELECT slack_user_id, id,
        count(*) OVER (PARTITION BY slack_user_id) = 1 AND count(*) OVER (PARTITION BY id) = 1 AS is_sole
      FROM fitting
    )
    UPDATE members m SET slack_user_id = sole.slack_user_id, known = 'linked'
    FROM sole WHERE sole.is_sole AND m.workspace_id = ${workspaceId}::uuid AND m.id = sole.id`;
}

function upsert(tx: Transaction, workspaceId: string, told: string): Promise<MemberChange[]> {
  return tx.$queryRaw<MemberChange[]>`
    WITH told AS (
      SELECT * FROM json_to_recordset(${told}::json) AS t(id uuid, slack_user_id text, name text, email text, zone text,
        locale text, gone_at timestamptz, joins boolean, away_until timestamptz)
    ), before AS (
      SELECT m.* FROM members m JOIN told USING (slack_user_id) WHERE m.workspace_id = ${workspaceId}::uuid
    ), written AS (
      INSERT INTO members AS m (workspace_id, id, slack_user_id, name, slack_name, email, zone, locale, deactivated_at,
        away_until, known)
      SELECT ${workspaceId}::uuid, id, slack_user_id, name, name, email, zone, locale, gone_at, away_until, 'listed'
      FROM told WHERE joins OR EXISTS (SELECT FROM before WHERE before.slack_user_id = told.slack_user_id)
      ON CONFLICT (workspace_id, slack_user_id) DO UPDATE SET
        name = CASE WHEN m.name = m.slack_name THEN excluded.name ELSE m.name END,
        slack_name = excluded.slack_name,
        email = coalesce(excluded.email, m.email),
        zone = coalesce(excluded.zone, m.zone),
        locale = coalesce(excluded.locale, m.locale),
        deactivated_at = CASE WHEN excluded.deactivated_at IS NOT NULL
          THEN coalesce(m.deactivated_at, excluded.deactivated_at) END,
        away_until = excluded.away_until
      WHERE (m.slack_name, m.email, m.zone, m.locale, m.deactivated_at IS NULL, m.away_until) IS DISTINCT FROM (
        excluded.slack_name, coalesce(excluded.email, m.email), coalesce(excluded.zone, m.zone),
        coalesce(excluded.locale, m.locale), excluded.deactivated_at IS NULL, excluded.away_until)
      RETURNING m.*
    ), compared AS (
      SELECT w.id AS "memberId", w.zone IS DISTINCT FROM b.zone AS zone,
        b.id IS NULL OR (w.deactivated_at IS NULL, w.away_until) IS DISTINCT FROM (b.deactivated_at IS NULL, b.away_until)
          AS presence
      FROM written w LEFT JOIN before b USING (slack_user_id)
    )
    SELECT * FROM compared WHERE zone OR presence`;
}

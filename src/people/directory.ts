import type { Transaction } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

const { sql } = Prisma;

export type Role = 'rep' | 'manager' | 'admin';
export type Job = 'sdr_outbound' | 'sdr_inbound' | 'bdm' | 'ae' | 'manager';

/** Every name that a question may contain and an answer may show, and how fresh its data is. */
export interface Directory {
  members: {
    id: string;
    name: string;
    slackUserId: string | null;
    role: Role;
    zone: string | null;
    officeId: string | null;
    /** The day (ISO, of the workspace) on which they left; null: they have not. */
    deactivatedOn: string | null;
    /**
     * met: they use the bot or came with an import; linked: came with an import and are in Slack; listed: only in
     * Slack's list.
     */
    known: 'met' | 'linked' | 'listed';
    /** Out of office by their status in Slack until this instant (ISO). */
    awayUntil: string | null;
  }[];
  teams: { id: string; name: string; managerId: string | null }[];
  /** Half-open spans of days (ISO); null = without end on that side. */
  memberships: {
    memberId: string;
    teamId: string | null;
    regionId: string | null;
    job: Job | null;
    startsOn: string | null;
    endsOn: string | null;
  }[];
  regions: { id: string; name: string; parentId: string | null }[];
  offices: {
    id: string;
    name: string;
    zone: string;
    regionId: string | null;
    holidayCode: string | null;
    workingDays: number[];
    workdayStart: string;
    workdayEnd: string;
  }[];
  /** When members are off: half-open spans of days (ISO). */
  daysOff: { memberId: string; startsOn: string; endsOn: string }[];
  /** Holidays entered by hand, and public ones on which people work: for one office, or (null) for all. */
  holidays: { officeId: string | null; day: string; works: boolean }[];
  products: { id: string; name: string; type: string | null }[];
  stages: { id: string; name: string }[];
  /** The sources of facts, and when each last sent some (ISO instants). */
  sources: { name: string; lastReceivedAt: string }[];
}

/**
 * The workspace's directory, each list in the order of names (stages: of the pipeline; memberships: of time). Every command
 * needs all of it, so one statement brings it; days come out of JSON as they are written.
 *
 * @param about of people only these, and who leads or manages others: of ten thousand one does not want all for a word to each
 */
export async function loadDirectory(
  db: Transaction,
  workspaceId: string,
  about?: readonly string[],
): Promise<Directory> {
  const meant = (member: Prisma.Sql) =>
    about
      ? sql`AND ${member} IN (
          SELECT p.id FROM members p WHERE p.workspace_id = ${workspaceId}::uuid AND (p.id::text = ANY(${[...about]}::text[])
            OR p.role <> 'rep' OR p.id IN (SELECT manager_id FROM teams WHERE workspace_id = ${workspaceId}::uuid)))`
      : Prisma.empty;
  const list = (columns: Prisma.Sql, table: Prisma.Sql, order = sql`name, id`, more = Prisma.empty) =>
    sql`(SELECT coalesce(json_agg(listed), '[]') FROM (
      SELECT ${columns} FROM ${table} WHERE workspace_id = ${workspaceId}::uuid ${more} ORDER BY ${order}) listed)`;
  const [directory] = await db.$queryRaw<[Directory]>`SELECT
    ${list(
      sql`id, name, slack_user_id AS "slackUserId", role, zone, office_id AS "officeId", known, away_until AS "awayUntil",
        (deactivated_at AT TIME ZONE (SELECT w.zone FROM workspaces w WHERE w.id = workspace_id))::date AS "deactivatedOn"`,
      sql`members`,
      sql`name, id`,
      meant(sql`id`),
    )} AS members,
    ${list(sql`id, name, manager_id AS "managerId"`, sql`teams`)} AS teams,
    ${list(
      sql`member_id AS "memberId", team_id AS "teamId", region_id AS "regionId", job, starts_on AS "startsOn", ends_on AS "endsOn"`,
      sql`memberships`,
      sql`member_id, starts_on NULLS FIRST`,
      meant(sql`member_id`),
    )} AS memberships,
    ${list(sql`id, name, parent_id AS "parentId"`, sql`regions`)} AS regions,
    ${list(
      sql`id, name, zone, region_id AS "regionId", holiday_code AS "holidayCode", working_days AS "workingDays",
        workday_start AS "workdayStart", workday_end AS "workdayEnd"`,
      sql`offices`,
    )} AS offices,
    ${list(
      sql`member_id AS "memberId", min(day) AS "startsOn", max(day) + 1 AS "endsOn"`,
      sql`(SELECT *, day - row_number() OVER (PARTITION BY member_id ORDER BY day)::int AS stretch FROM special_days
        WHERE workspace_id = ${workspaceId}::uuid AND member_id IS NOT NULL AND NOT works ${meant(sql`member_id`)}) off`,
      sql`member_id, min(day)`,
      sql`GROUP BY member_id, stretch`,
    )} AS "daysOff",
    ${list(
      sql`office_id AS "officeId", day, works`,
      sql`(SELECT * FROM special_days WHERE member_id IS NULL) holidays`,
      sql`office_id, day`,
    )} AS holidays,
    ${list(sql`id, name, type`, sql`products`)} AS products,
    ${list(sql`id, name`, sql`stages`, sql`position, name`)} AS stages,
    ${list(sql`name, last_received_at AS "lastReceivedAt"`, sql`data_sources`, sql`name`)} AS sources`;
  return directory;
}

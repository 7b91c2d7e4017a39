/** How many of the customers asked by a personal link have answered. */
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/client.ts';
import { Prisma } from '../../db/generated/client.ts';
import { customerOwner } from '../../records/customer-owner.ts';
import type { CasesAsked } from './cases.ts';
import { LINK_DAYS } from './links.ts';

export interface Participation {
  asked: number;
  answered: number;
  declined: number;
  /** Can still answer. */
  waiting: number;
}

/**
 * Counts the links handed out since a day of the workspace. A link that ended early, because another replaced it or its
 * owner would not pass it on, asked nobody.
 */
export async function participationOf(
  db: Database,
  { id: workspaceId, zone }: { id: string; zone: string },
  { memberIds, since, today }: CasesAsked,
  now: Temporal.Instant,
): Promise<Participation> {
  const { sql } = Prisma;
  const owner = sql`coalesce(${customerOwner(sql`${today.toString()}::date + 1`)}, l.asked_by_id)`;
  const theirs = memberIds ? sql`AND ${owner} = ANY(${[...memberIds]}::uuid[])` : Prisma.empty;
  const [counted] = await db.$queryRaw<Participation[]>`
    SELECT count(*)::int AS asked, count(l.used_at)::int AS answered,
      count(*) FILTER (WHERE l.used_at IS NULL AND l.declined_at IS NOT NULL)::int AS declined,
      count(*) FILTER (WHERE l.used_at IS NULL AND l.declined_at IS NULL AND l.expires_at > ${now.toString()}::timestamptz)::int AS waiting
    FROM customer_links l JOIN customers c ON c.workspace_id = l.workspace_id AND c.id = l.customer_id
    WHERE l.workspace_id = ${workspaceId}::uuid AND l.asked_at >= ${since.toString()}::timestamp AT TIME ZONE ${zone}
      AND (l.used_at IS NOT NULL OR l.declined_at IS NOT NULL
        OR l.expires_at >= l.asked_at + make_interval(hours => ${24 * LINK_DAYS}::int)) ${theirs}`;
  return counted ?? { asked: 0, answered: 0, declined: 0, waiting: 0 };
}

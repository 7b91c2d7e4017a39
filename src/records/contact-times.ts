import type { Transaction } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

/**
 * Sets when leads were first contacted (the first outbound activity that concerns them) and when they first replied
 * (the first inbound activity or answered call after it), where nobody has said so. An activity that turns up later
 * but happened earlier moves the moment back; a moment that no activity explains was given, and stays.
 *
 * @param leadIds the leads concerned; all of the workspace when null
 */
export async function updateContactTimes(
  tx: Transaction,
  workspaceId: string,
  leadIds: readonly string[] | null,
): Promise<void> {
  const concerned = leadIds ? Prisma.sql`AND l.id = ANY(${[...leadIds]}::uuid[])` : Prisma.empty;
  await tx.$executeRaw`
    UPDATE leads l SET first_contacted_at = first.occurred_at, first_contacted_on = first.occurred_on
    FROM (
      SELECT DISTINCT ON (a.lead_id) a.lead_id, a.occurred_at, a.occurred_on
      FROM activities a
      JOIN leads l ON l.workspace_id = a.workspace_id AND l.id = a.lead_id
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.direction = 'outbound' ${concerned}
      ORDER BY a.lead_id, a.occurred_on, a.occurred_at
    ) first
    WHERE l.workspace_id = ${workspaceId}::uuid AND l.id = first.lead_id
      AND (l.first_contacted_at, l.first_contacted_on) IS DISTINCT FROM (first.occurred_at, first.occurred_on)
      AND (l.first_contacted_on IS NULL OR EXISTS (
        SELECT FROM activities a
        WHERE a.workspace_id = l.workspace_id AND a.lead_id = l.id AND a.direction = 'outbound'
          AND (a.occurred_at, a.occurred_on) IS NOT DISTINCT FROM (l.first_contacted_at, l.first_contacted_on)
      ))`;
  await tx.$executeRaw`
    UPDATE leads l SET first_replied_at = first.occurred_at, first_replied_on = first.occurred_on
    FROM (
      SELECT DISTINCT ON (a.lead_id) a.lead_id, a.occurred_at, a.occurred_on
      FROM activities a
      JOIN leads l ON l.workspace_id = a.workspace_id AND l.id = a.lead_id
      WHERE a.workspace_id = ${workspaceId}::uuid AND ${isReply} ${concerned}
      ORDER BY a.lead_id, a.occurred_on, a.occurred_at
    ) first
    WHERE l.workspace_id = ${workspaceId}::uuid AND l.id = first.lead_id
      AND (l.first_replied_at, l.first_replied_on) IS DISTINCT FROM (first.occurred_at, first.occurred_on)
      AND (l.first_replied_on IS NULL OR EXISTS (
        SELECT FROM activities a
        WHERE a.workspace_id = l.workspace_id AND a.lead_id = l.id AND ${isReply}
          AND (a.occurred_at, a.occurred_on) IS NOT DISTINCT FROM (l.first_replied_at, l.first_replied_on)
      ))`;
}

/**
 * Whether activity `a` is a reply of lead `l`. If only dates are known, an inbound contact on the same day counts as
 * the reply.
 */
const isReply = Prisma.sql`(a.direction = 'inbound' OR (a.type = 'call' AND a.outcome = 'answered'))
  AND (
    a.occurred_at > l.first_contacted_at
    OR ((a.occurred_at IS NULL OR l.first_contacted_at IS NULL) AND (
      a.occurred_on > l.first_contacted_on OR (a.occurred_on = l.first_contacted_on AND a.direction = 'inbound')
    ))
  )`;

/** Removes the contact and reply times that come from one activity, which is about to be removed. */
export async function forgetContactBy(tx: Transaction, workspaceId: string, activityId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE leads l SET first_replied_at = NULL, first_replied_on = NULL
    FROM activities a
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ${activityId}::uuid
      AND l.workspace_id = a.workspace_id AND l.id = a.lead_id
      AND (${isReply} OR ${isFirstContact})`;
  await tx.$executeRaw`
    UPDATE leads l SET first_contacted_at = NULL, first_contacted_on = NULL
    FROM activities a
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ${activityId}::uuid
      AND l.workspace_id = a.workspace_id AND l.id = a.lead_id
      AND ${isFirstContact}`;
}

const isFirstContact = Prisma.sql`a.direction = 'outbound'
  AND (a.occurred_at, a.occurred_on) IS NOT DISTINCT FROM (l.first_contacted_at, l.first_contacted_on)`;

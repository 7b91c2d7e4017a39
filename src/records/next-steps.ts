/** The next steps that people have noted. */
import type { Database } from '../db/client.ts';

export interface NextStep {
  /** The activity it was noted with. */
  activityId: string;
  step: string;
  /** ISO. */
  dueOn: string;
  /** The customer, deal or lead. */
  about: string | null;
}

/** Steps overdue for this many days will not be done any more: they are left out. */
const FORGOTTEN_DAYS = 30;

/**
 * A member's next steps that are due or overdue on a day (ISO), oldest first. A step is done if its owner says so, or
 * has been in touch with the person it is about on its day or later. Earlier contacts may have been about something
 * else, even on the day it was noted.
 */
export function nextStepsDue(db: Database, workspaceId: string, memberId: string, on: string): Promise<NextStep[]> {
  return db.$queryRaw<NextStep[]>`
    SELECT a.id AS "activityId", a.next_step AS step, a.next_step_on::text AS "dueOn", coalesce(c.name, d.name, l.name) AS about
    FROM activities a
    LEFT JOIN customers c ON c.workspace_id = a.workspace_id AND c.id = a.customer_id
    LEFT JOIN deals d ON d.workspace_id = a.workspace_id AND d.id = a.deal_id
    LEFT JOIN leads l ON l.workspace_id = a.workspace_id AND l.id = a.lead_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.next_step_owner_id = ${memberId}::uuid AND a.next_step IS NOT NULL
      AND a.next_step_on <= ${on}::date AND a.next_step_on > ${on}::date - ${FORGOTTEN_DAYS}::int
      AND a.occurred_on <= ${on}::date
      AND (a.next_step_done_on IS NULL OR a.next_step_done_on > ${on}::date)
      AND NOT EXISTS (
        SELECT FROM activities later
        WHERE later.workspace_id = a.workspace_id AND later.member_id = a.next_step_owner_id AND later.id <> a.id
          AND later.type <> 'note' AND later.occurred_on >= a.next_step_on AND later.occurred_on <= ${on}::date
          AND (later.occurred_on > a.occurred_on OR later.occurred_at > a.occurred_at)
          AND (later.customer_id = a.customer_id OR later.deal_id = a.deal_id OR later.lead_id = a.lead_id))
    ORDER BY a.next_step_on, a.occurred_on, a.id`;
}

/** Marks a member's next step as done. False: it is not theirs, or is gone. */
export async function finishNextStep(
  db: Database,
  workspaceId: string,
  step: { activityId: string; memberId: string },
  on: string,
): Promise<boolean> {
  const { count } = await db.activity.updateMany({
    where: { workspaceId, id: step.activityId, nextStepOwnerId: step.memberId },
    data: { nextStepDoneOn: new Date(on) },
  });
  return count > 0;
}

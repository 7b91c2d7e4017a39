import type { Transaction } from '../db/client.ts';

/**
 * Recomputes the day (and hour) of every fact that happened at an instant, for a workspace that counts in `zone` from
 * now on. Facts known only by their date keep it.
 */
export async function moveFactsToZone(tx: Transaction, workspaceId: string, zone: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE activities SET
      occurred_on = (occurred_at AT TIME ZONE ${zone})::date,
      occurred_hour = extract(hour FROM occurred_at AT TIME ZONE ${zone})
    WHERE workspace_id = ${workspaceId}::uuid AND occurred_at IS NOT NULL`;
  await tx.$executeRaw`
    UPDATE deals SET
      opened_on = coalesce((opened_at AT TIME ZONE ${zone})::date, opened_on),
      proposal_on = coalesce((proposal_at AT TIME ZONE ${zone})::date, proposal_on),
      closed_on = coalesce((closed_at AT TIME ZONE ${zone})::date, closed_on)
    WHERE workspace_id = ${workspaceId}::uuid`;
  await tx.$executeRaw`
    UPDATE leads SET
      created_on = coalesce((created_at AT TIME ZONE ${zone})::date, created_on),
      first_contacted_on = coalesce((first_contacted_at AT TIME ZONE ${zone})::date, first_contacted_on),
      first_replied_on = coalesce((first_replied_at AT TIME ZONE ${zone})::date, first_replied_on),
      qualified_on = coalesce((qualified_at AT TIME ZONE ${zone})::date, qualified_on),
      converted_on = coalesce((converted_at AT TIME ZONE ${zone})::date, converted_on),
      disqualified_on = coalesce((disqualified_at AT TIME ZONE ${zone})::date, disqualified_on)
    WHERE workspace_id = ${workspaceId}::uuid`;
  await tx.$executeRaw`
    UPDATE survey_answers SET
      answered_on = coalesce((answered_at AT TIME ZONE ${zone})::date, answered_on),
      solved_on = coalesce((solved_at AT TIME ZONE ${zone})::date, solved_on)
    WHERE workspace_id = ${workspaceId}::uuid`;
}

import type { Database } from '../db/client.ts';

/** What a person wrote down with something they logged. */
export interface Note {
  /** ISO. */
  on: string;
  words: string;
  /** The customer, deal or lead. */
  about: string | null;
}

const LOOKED_AT_DAYS = 30;
const MOST = 5;

/** A member's own last notes of the 30 days up to a day (ISO), the latest first. */
export function lastNotes(db: Database, workspaceId: string, memberId: string, on: string): Promise<Note[]> {
  return db.$queryRaw<Note[]>`
    SELECT a.occurred_on::text AS "on", a.note AS words, coalesce(c.name, d.name, l.name) AS about
    FROM activities a
    LEFT JOIN customers c ON c.workspace_id = a.workspace_id AND c.id = a.customer_id
    LEFT JOIN deals d ON d.workspace_id = a.workspace_id AND d.id = a.deal_id
    LEFT JOIN leads l ON l.workspace_id = a.workspace_id AND l.id = a.lead_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.member_id = ${memberId}::uuid AND a.note <> ''
      AND a.occurred_on <= ${on}::date AND a.occurred_on > ${on}::date - ${LOOKED_AT_DAYS}::int
    ORDER BY a.occurred_on DESC, a.occurred_at DESC NULLS LAST, a.id DESC LIMIT ${MOST}`;
}

/**
 * Caps the unasked messages that a person gets in a day, by their own clock. A message with a topic takes one of the day's places
 * when it is about to go; one that finds none left waits for the morning message, lapses, or goes all the same, as its row says.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../db/client.ts';
import type { Claim } from './claim.ts';

/** lost: another process has taken it over. */
export type Turnout = 'goes' | 'kept' | 'lapsed' | 'lost';

interface Day {
  /** ISO, by the person's clock. */
  day: string;
  most: number;
  isPaused: boolean;
}

/**
 * Takes a place of the day, or notes that there is none.
 *
 * @param line what it says in short, should it have to wait
 */
export async function takePlace(db: Database, own: Claim, line: string, now: Temporal.Instant): Promise<Turnout> {
  const { workspaceId, id, attempt, memberId, topic, beyond } = own;
  if (!topic || !memberId) return 'goes';
  return db.$transaction(async (tx) => {
    // Locked per person: two at once would both find the last place free.
    const [at] = await tx.$queryRaw<Day[]>`
      SELECT (${now.toString()}::timestamptz AT TIME ZONE coalesce(m.zone, o.zone, w.zone))::date::text AS day,
        least(m.daily_messages, w.daily_messages)::int AS most,
        EXISTS (SELECT FROM quiet_topics q WHERE q.workspace_id = m.workspace_id AND q.member_id = m.id
          AND q.topic = ${topic} AND q.until > ${now.toString()}::timestamptz) AS "isPaused"
      FROM members m JOIN workspaces w ON w.id = m.workspace_id
        LEFT JOIN offices o ON o.workspace_id = m.workspace_id AND o.id = m.office_id
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.id = ${memberId}::uuid
      FOR NO KEY UPDATE OF m`;
    if (!at) return 'goes';
    const [{ used } = { used: 0 }] = await tx.$queryRaw<{ used: number }[]>`
      SELECT count(*)::int AS used FROM deliveries
      WHERE workspace_id = ${workspaceId}::uuid AND member_id = ${memberId}::uuid AND topic IS NOT NULL
        AND own_day = ${at.day}::date AND state IN ('planned', 'sending', 'sent') AND id <> ${id}::uuid`;
    const isEnough = at.isPaused || used >= at.most;
    const turnout = !isEnough || beyond === 'goes' ? 'goes' : beyond === 'waits' ? 'kept' : 'lapsed';
    const state = { goes: 'sending', kept: 'kept', lapsed: 'skipped' }[turnout];
    const noted = await tx.$executeRaw`
      UPDATE deliveries SET state = ${state}, own_day = ${at.day}::date,
        line = CASE WHEN ${turnout} = 'kept' THEN ${line} END,
        reason = CASE WHEN ${turnout} = 'goes' THEN reason ELSE 'enough' END,
        is_unsure = is_unsure AND ${turnout} = 'goes',
        next_at = CASE WHEN ${turnout} = 'goes' THEN next_at END
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND attempts = ${attempt} AND state = 'sending'
        AND next_at > clock_timestamp()`;
    return noted === 1 ? turnout : 'lost';
  });
}
